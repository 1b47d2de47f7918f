import { createReadStream } from "node:fs";
import { resolve } from "node:path";
import type { Readable } from "node:stream";
import { messageOf, TareError } from "../../errors.js";

export interface Source {
  readonly cwd: string;
  readonly stdin?: Readable | undefined;
}

/** The name shown for a file; `-` is standard input. */
export function shownName(file: string): string {
  return file === "-" ? "stdin" : file;
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  ENOTDIR: "a part of the path is not a folder",
  EISDIR: "this is a folder, not a file",
  EACCES: "reading it is not permitted",
  EPERM: "reading it is not permitted",
  ELOOP: "the symbolic links go round in a circle",
  ENAMETOOLONG: "the path is too long",
  EMFILE: "too many files are open",
};

/** Nothing is read yet; whoever opens a stream destroys it. */
export function openStream(file: string, source: Source): Readable {
  return file === "-" ? (source.stdin ?? process.stdin) : createReadStream(resolve(source.cwd, file));
}

/** The bytes of a stream, pulled chunk by chunk; throws TARE_DATA_MISSING. */
export async function* bytesOf(stream: Readable, name: string): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of stream) yield Buffer.from(chunk);
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? "";
    throw new TareError("TARE_DATA_MISSING", REASONS[code] ?? messageOf(cause), { where: name, cause });
  }
}

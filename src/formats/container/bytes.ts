import { createReadStream } from "node:fs";
import { resolve } from "node:path";
import type { Readable } from "node:stream";
import { TareError } from "../../errors.js";
import { whyUnread } from "../../file-reasons.js";

export interface Source {
  readonly cwd: string;
  readonly stdin?: Readable | undefined;
}

/** The name shown for a file; `-` is standard input. */
export function shownName(file: string): string {
  return file === "-" ? "stdin" : file;
}

/** Nothing is read yet; whoever opens a stream destroys it. */
export function openStream(file: string, source: Source): Readable {
  return file === "-" ? (source.stdin ?? process.stdin) : createReadStream(resolve(source.cwd, file));
}

/** The bytes of a stream, pulled chunk by chunk; throws TARE_DATA_MISSING. */
export async function* bytesOf(stream: Readable, name: string): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of stream) yield Buffer.from(chunk);
  } catch (cause) {
    throw new TareError("TARE_DATA_MISSING", whyUnread(cause), { where: name, cause });
  }
}

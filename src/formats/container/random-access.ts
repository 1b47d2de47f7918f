import { type FileHandle, open } from "node:fs/promises";
import type { AsyncBuffer } from "hyparquet";
import { TareError } from "../../errors.js";

/** Parquet is read from its end: of a pipe or a gzipped file, at most this much is held in memory for it. */
const MOST = 2 ** 28;

/** Hands a file over for reading anywhere in it, and closes it. */
export async function* withFile<T>(
  path: string,
  use: (file: AsyncBuffer) => AsyncIterable<T>,
): AsyncGenerator<T> {
  const handle = await open(path);
  try {
    const { size } = await handle.stat();
    yield* use({ byteLength: size, slice: (start, end = size) => readAt(handle, start, end) });
  } finally {
    await handle.close();
  }
}

async function readAt(handle: FileHandle, start: number, end: number): Promise<ArrayBuffer> {
  const bytes = new Uint8Array(end - start);
  let filled = 0;
  while (filled < bytes.length) {
    const { bytesRead } = await handle.read(bytes, filled, bytes.length - filled, start + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  // A copy only where the file was shorter than it says: these are megabytes at a time.
  return filled === bytes.length ? bytes.buffer : bytes.buffer.slice(0, filled);
}

/** The same of what can only be read once. Throws TARE_DATA_PARQUET. */
export async function inMemory(bytes: AsyncIterable<Buffer>, name: string): Promise<AsyncBuffer> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of bytes) {
    parts.push(part);
    length += part.length;
    if (length <= MOST) continue;
    throw new TareError("TARE_DATA_PARQUET", `more than ${MOST / 2 ** 20} MiB of Parquet in a stream`, {
      where: name,
      fix: "Give the file by its name, not gzipped: then it is read part by part.",
    });
  }
  const whole = new Uint8Array(Buffer.concat(parts));
  return { byteLength: length, slice: (start, end) => whole.slice(start, end).buffer };
}

import { Readable } from "node:stream";
import { TareError } from "../../src/errors.js";
import { type ReadItem, type ReadOptions, readItems } from "../../src/formats/read.js";
import { FORMATS } from "./known-formats.js";

/** Reads what standard input would bring, in chunks of `chunk` bytes. */
export function readBytes(
  bytes: string | Buffer,
  { chunk = 65536, ...options }: Partial<ReadOptions> & { chunk?: number } = {},
): Promise<ReadItem[]> {
  const all = typeof bytes === "string" ? Buffer.from(bytes) : bytes;
  const chunks = Array.from({ length: Math.ceil(all.length / chunk) }, (_, index) =>
    all.subarray(index * chunk, (index + 1) * chunk),
  );
  return readFiles(["-"], { stdin: Readable.from(chunks), ...options });
}

export async function readFiles(
  files: readonly string[],
  options: Partial<ReadOptions> = {},
): Promise<ReadItem[]> {
  const items: ReadItem[] = [];
  for await (const item of readItems(files, { formats: FORMATS, cwd: ".", ...options })) items.push(item);
  return items;
}

/** The TareError with which reading ends; anything else fails the test. */
export async function failureOf(reading: Promise<unknown>): Promise<TareError> {
  const outcome = await reading.catch((error: unknown) => error);
  if (outcome instanceof TareError) return outcome;
  throw new Error(`expected a TareError, got ${String(outcome)}`);
}

export function jsonl(...records: readonly unknown[]): string {
  return records.map((record) => `${JSON.stringify(record)}\n`).join("");
}

export function pair(prompt: string): { prompt: string; chosen: string; rejected: string } {
  return { prompt, chosen: "It is 4.", rejected: "It is 5." };
}

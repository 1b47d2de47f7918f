import { firstByte } from "./blank.js";

export type Kind = "array" | "object of arrays" | "lines" | "csv" | "parquet";

/** The first four bytes of every Parquet file. */
const MAGIC = Buffer.from("PAR1");

const LINE_FEED = 0x0a;

/** A first line of JSONL longer than this is not looked at to its end. */
const FAR_ENOUGH = 2 ** 20;

export const startsParquet = {
  enough: (head: Buffer) => head.length >= MAGIC.length,
  is: (head: Buffer) => head.subarray(0, MAGIC.length).equals(MAGIC),
} as const;

/** Whether a head tells of what kind the rest is: it holds the first line that says something. */
export function wholeHead(head: Buffer): boolean {
  return firstByte(head) !== undefined && (firstLine(head).ended || head.length > FAR_ENOUGH);
}

/** By the first line of the (unpacked) bytes. What is called .json or .jsonl is never CSV. */
export function kindOf(head: Buffer, name: string): Kind {
  if (startsParquet.is(head)) return "parquet";
  const { line, ended } = firstLine(head);
  if (line.startsWith("[")) return "array";
  if (line.startsWith("{")) return ended && goesOn(line) ? "object of arrays" : "lines";
  const json = /\.(json|jsonl|ndjson)(\.gz)?$/iu.test(name);
  return !json && DELIMITERS.some((delimiter) => line.includes(delimiter)) ? "csv" : "lines";
}

/** What may separate the columns of a table. */
export const DELIMITERS = [",", "\t", ";"] as const;

/** A line of JSONL that was cut short ends anywhere but where a printed object is broken into lines. */
function goesOn(line: string): boolean {
  return /[{[,]$/u.test(line);
}

/** The first line that is not blank, without byte order mark and spaces. */
function firstLine(head: Buffer): { readonly line: string; readonly ended: boolean } {
  const first = firstByte(head);
  if (first === undefined) return { line: "", ended: false };
  const start = head.indexOf(first);
  const end = head.indexOf(LINE_FEED, start);
  return {
    line: head
      .subarray(start, end === -1 ? undefined : end)
      .toString("utf8")
      .trim(),
    ended: end !== -1,
  };
}

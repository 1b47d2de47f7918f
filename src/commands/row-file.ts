import { createHash } from "node:crypto";
import { parquetRecords, type RecordColumn } from "../tabular/parquet-records.js";
import { type Lines, openOutput } from "./open-lines.js";
import type { Replacement } from "./replace-file.js";

export interface RowFile {
  /** Records of these columns, one a call; JSONL, or Parquet where the name ends so. - is stdout. */
  readonly lines: Lines;
  /** Of what was written, once it was kept. */
  readonly sha256: () => string;
}

/** Records of a row group. */
const GROUP = 5_000;

/** Opens a file of records that comes to its place whole, by `keep`. Throws TARE_OUTPUT. */
export async function openRowFile(path: string, columns: readonly RecordColumn[]): Promise<RowFile> {
  const hash = createHash("sha256");
  const file = openOutput(path);
  const write: Replacement["write"] = (content) => {
    hash.update(content);
    file.write(content);
  };
  const sha256 = () => hash.digest("hex");
  if (!isParquet(path)) return { sha256, lines: { ...file, write: (row) => write(lineOf(row, columns)) } };
  try {
    const records = await parquetRecords(columns, write);
    let group: Readonly<Record<string, unknown>>[] = [];
    const flush = () => {
      records.write(group);
      group = [];
    };
    const keep = () => {
      flush();
      records.end();
      file.keep();
    };
    const add = (row: unknown) => {
      group.push(row as Readonly<Record<string, unknown>>);
      if (group.length >= GROUP) flush();
    };
    return { sha256, lines: { ...file, write: add, keep } };
  } catch (error) {
    file.drop();
    throw error;
  }
}

export function isParquet(path: string): boolean {
  return /\.parquet$/i.test(path);
}

/** A float is written as one, 1.0: readers take a column's type from its first rows. */
function lineOf(row: unknown, columns: readonly RecordColumn[]): string {
  const cells = columns.map(({ name, type }) => {
    const value = (row as Readonly<Record<string, unknown>>)[name];
    const json = JSON.stringify(value);
    return `${JSON.stringify(name)}:${type === "real" && Number.isInteger(value) ? `${json}.0` : json}`;
  });
  return `{${cells.join(",")}}\n`;
}

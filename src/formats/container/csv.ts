import { pipeline, Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { TareError } from "../../errors.js";
import { readCell } from "./cells.js";
import { DELIMITERS, wholeHead } from "./kind.js";
import { splitLines } from "./lines.js";
import { readAhead } from "./read-ahead.js";
import type { RawRecord } from "./record.js";
import { utf8 } from "./utf8.js";

/** Longest record in characters, as of a line of JSONL. */
const LONGEST = 2 ** 28;

/**
 * Records of a table with a header, separated by comma, tab or semicolon (what the header has most of). `line` is the one
 * on which the record begins, 1 the header's. Throws TARE_DATA_CSV; a row of another width throws when it is asked for.
 */
export async function* readCsv(bytes: AsyncIterable<Buffer>, name: string): AsyncGenerator<RawRecord> {
  const ahead = await readAhead(bytes, wholeHead);
  const delimiter = delimiterOf(ahead.head.toString("utf8").trimStart().split("\n", 1)[0]!);
  const starts: number[] = [];
  let line = 1;
  const parser = parse({
    delimiter,
    record_delimiter: ["\r\n", "\n"],
    bom: true,
    // Ragged rows are let through, so that each is the failure of its record alone.
    relax_column_count: true,
    max_record_size: LONGEST,
    // Counted as they are parsed, ahead of their reader: a quote that is never closed hides the rows before it.
    on_record(cells: string[]) {
      starts.push(line);
      line += linesOf(cells);
      return cells;
    },
  });
  const rows: AsyncIterable<readonly string[]> = pipeline(
    Readable.from(decoded(ahead.bytes, name)),
    parser,
    () => {},
  );
  let header: readonly string[] | undefined;
  try {
    for await (const cells of rows) {
      const begins = starts.shift()!;
      if (cells.length === 1 && cells[0]!.trim() === "") continue;
      if (header === undefined) header = checkHeader(cells, `${name}:${begins}`);
      else yield rowOf(cells, header, begins, `${name}:${begins}`);
    }
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    throw new TareError("TARE_DATA_CSV", cause.message, { where: `${name}:${line}`, cause });
  }
}

/** Lines that a row takes up: line feeds can only stand in quotes, where they are kept. */
function linesOf(cells: readonly string[]): number {
  return cells.reduce((lines, cell) => lines + cell.split("\n").length - 1, 1);
}

function delimiterOf(header: string): string {
  const counts = DELIMITERS.map((delimiter) => header.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))]!;
}

function checkHeader(columns: readonly string[], where: string): readonly string[] {
  const names = columns.map((column) => column.trim());
  const twice = names.find((column, index) => column !== "" && names.indexOf(column) !== index);
  if (twice === undefined) return names;
  throw new TareError("TARE_DATA_CSV", `the header names the column "${twice}" twice`, { where });
}

function rowOf(cells: readonly string[], header: readonly string[], line: number, place: string): RawRecord {
  return {
    line,
    place,
    value() {
      if (cells.length !== header.length) {
        const what = `the row has ${cells.length} cells, the header ${header.length}`;
        throw new TareError("TARE_DATA_CSV", what, { where: place });
      }
      return Object.fromEntries(header.map((column, index) => [column, readCell(cells[index]!)]));
    },
  };
}

/** Enough lines at a time to be worth a step of the parser. */
const CHUNK = 2 ** 16;

/** Decoded line by line, so that a byte that belongs to no character has its place. */
async function* decoded(bytes: AsyncIterable<Buffer>, name: string): AsyncGenerator<string> {
  const decoder = utf8("TARE_DATA_CSV");
  let line = 0;
  let waiting = "";
  for await (const encoded of splitLines(bytes, name)) {
    line += 1;
    waiting += `${decoder.whole(encoded, `${name}:${line}`)}\n`;
    if (waiting.length < CHUNK) continue;
    yield waiting;
    waiting = "";
  }
  if (waiting !== "") yield waiting;
}

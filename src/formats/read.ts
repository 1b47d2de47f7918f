import type { Readable } from "node:stream";
import type { Format, Item, Where } from "../contract.js";
import { messageOf, TareError } from "../errors.js";
import { itemId, promptKey } from "../keys.js";
import { type BadTally, leaveOut } from "./bad-records.js";
import { checkDraft } from "./check.js";
import { shownName } from "./container/bytes.js";
import { readRecords } from "./container/records.js";
import { detectFormat } from "./detect.js";
import { type DataRecord, isRecord, typeName } from "./fields.js";

export interface ReadOptions {
  /** Named by the user: no detection. */
  readonly format?: Format | undefined;
  readonly formats: readonly Format[];
  readonly cwd: string;
  /** What `-` stands for; the process's own standard input if not given. */
  readonly stdin?: Readable | undefined;
  /** Takes bad records; without it the first one is thrown. */
  readonly bad?: BadTally | undefined;
}

export interface ReadItem {
  readonly item: Item;
  readonly where: Where;
  /** Name of the format that read it. */
  readonly format: string;
}

/**
 * Streams items in file order with their place. A file keeps the format detected at the first record that has one.
 * Throws a TareError with file and line (or record number) at the first bad record, unless `bad` takes it: then only where
 * a file holds no other.
 */
export async function* readItems(files: readonly string[], options: ReadOptions): AsyncGenerator<ReadItem> {
  for (const file of files) {
    let { format } = options;
    let first: TareError | undefined;
    let good = 0;
    for await (const { value, line, place } of readRecords(file, options)) {
      let read: Omit<ReadItem, "where">;
      try {
        read = at(place, () => {
          const record = asRecord(value());
          format ??= detectFormat(record, options.formats);
          return { item: itemOf(record, format), format: format.name };
        });
      } catch (error) {
        const failure = leaveOut(error, options.bad);
        first ??= failure;
        continue;
      }
      good++;
      yield { ...read, where: { file: shownName(file), line } };
    }
    if (good === 0 && first !== undefined) throw onlyBad(first);
  }
}

function onlyBad({ code, message, where, fix }: TareError): TareError {
  const what = `the file holds bad records only; the first is ${code}: ${message}`;
  return new TareError("TARE_DATA_EMPTY", what, { where, fix });
}

function itemOf(record: DataRecord, format: Format): Item {
  const draft = format.read(record);
  checkDraft(draft);
  return Object.freeze({ ...draft, id: itemId(draft), promptKey: promptKey(draft.prompt) });
}

function asRecord(value: unknown): DataRecord {
  if (isRecord(value)) return value;
  throw new TareError("TARE_DATA_FIELD", `the record is ${typeName(value)}, expected an object`);
}

/** Gives every failure of `step` its place. */
function at<T>(place: string, step: () => T): T {
  try {
    return step();
  } catch (error) {
    if (error instanceof TareError) throw error.where === "" ? error.at(place) : error;
    throw new TareError("TARE_BUG", `the format failed: ${messageOf(error)}`, { where: place, cause: error });
  }
}

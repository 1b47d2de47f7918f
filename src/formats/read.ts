import type { Readable } from "node:stream";
import type { Format, Item, Where } from "../contract.js";
import { messageOf, TareError } from "../errors.js";
import { itemId, promptKey } from "../keys.js";
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
}

export interface ReadItem {
  readonly item: Item;
  readonly where: Where;
  /** Name of the format that read it. */
  readonly format: string;
}

/**
 * Streams items in file order with their place. A file keeps the format detected at its first record.
 * Throws a TareError with file and line (or record number) at the first bad record; never drops one.
 */
export async function* readItems(files: readonly string[], options: ReadOptions): AsyncGenerator<ReadItem> {
  for (const file of files) {
    let format = options.format;
    for await (const { value, line, place } of readRecords(file, options)) {
      const read = at(place, () => {
        const record = asRecord(value);
        format ??= detectFormat(record, options.formats);
        return { item: itemOf(record, format), format: format.name };
      });
      yield { ...read, where: { file: shownName(file), line } };
    }
  }
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
    if (error instanceof TareError) throw error.at(place);
    throw new TareError("TARE_BUG", `the format failed: ${messageOf(error)}`, { where: place, cause: error });
  }
}

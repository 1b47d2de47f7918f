import type { Readable } from "node:stream";
import type { Format, Item, Where } from "../contract.js";
import { TareError } from "../errors.js";
import { itemId, promptKey } from "../keys.js";
import { type BadTally, leaveOut } from "./bad-records.js";
import { checkDraft } from "./check.js";
import { shownName } from "./container/bytes.js";
import { readRecords } from "./container/records.js";
import { detectFormat } from "./detect.js";
import { type FieldMap, mapFields } from "./field-map.js";
import { type DataRecord, isRecord, typeName } from "./fields.js";
import { attempt } from "./placed.js";
import { type FormattedRecord, together } from "./together.js";

export interface ReadOptions {
  /** Named by the user: no detection. */
  readonly format?: Format | undefined;
  readonly formats: readonly Format[];
  /** Of the files, those that are named as pairs of one's own: no detection. */
  readonly pairs?: readonly string[] | undefined;
  /** Where the data hold the fields that a format reads, if elsewhere. */
  readonly fields?: FieldMap | undefined;
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
  /** Records that make the item. */
  readonly records: number;
}

/**
 * Streams items in file order with their place. A file keeps the format detected at the first record that has one.
 * Throws a TareError with file and line (or record number) at the first bad record, unless `bad` takes it: then only where
 * a file holds no other.
 */
export async function* readItems(files: readonly string[], options: ReadOptions): AsyncGenerator<ReadItem> {
  for (const file of files) {
    let first: TareError | undefined;
    let good = 0;
    const refuse = (error: unknown, records: number) => {
      const failure = leaveOut(error, options.bad, records);
      first ??= failure;
    };
    for await (const group of together(formatted(file, options, refuse), refuse)) {
      const [{ record, format, line, place }, ...others] = group;
      const read = attempt(place, () =>
        itemOf(
          format.read(
            record,
            others.map((other) => other.record),
          ),
        ),
      );
      if ("error" in read) {
        refuse(read.error, group.length);
        continue;
      }
      good++;
      const where = { file: shownName(file), line };
      yield { item: read.value, where, format: format.name, records: group.length };
    }
    if (good === 0 && first !== undefined) throw onlyBad(first);
  }
}

/** The records of a file that are objects, mapped, each with its format. */
async function* formatted(
  file: string,
  options: ReadOptions,
  refuse: (error: unknown, records: number) => void,
): AsyncGenerator<FormattedRecord> {
  let format = options.pairs?.includes(file)
    ? options.formats.find(({ name }) => name === "own-pairs")
    : options.format;
  for await (const { value, line, place } of readRecords(file, options)) {
    const read = attempt(place, () => {
      const own = asRecord(value());
      const record = options.fields === undefined ? own : mapFields(own, options.fields);
      format ??= detectFormat(record, options.formats);
      return { record, format, line, place };
    });
    if ("error" in read) refuse(read.error, 1);
    else yield read.value;
  }
}

function onlyBad({ code, message, where, fix }: TareError): TareError {
  const what = `the file holds bad records only; the first is ${code}: ${message}`;
  return new TareError("TARE_DATA_EMPTY", what, { where, fix });
}

function itemOf(draft: ReturnType<Format["read"]>): Item {
  checkDraft(draft);
  return Object.freeze({ ...draft, id: itemId(draft), promptKey: promptKey(draft.prompt) });
}

function asRecord(value: unknown): DataRecord {
  if (isRecord(value)) return value;
  throw new TareError("TARE_DATA_FIELD", `the record is ${typeName(value)}, expected an object`);
}

import { createHash } from "node:crypto";
import type { Format } from "../contract.js";
import { TareError } from "../errors.js";
import { type BadTally, leaveOut } from "../formats/bad-records.js";
import { readRecords } from "../formats/container/records.js";
import { detectFormat } from "../formats/detect.js";
import { isRecord } from "../formats/fields.js";
import { attempt } from "../formats/placed.js";
import { type FormattedRecord, together } from "../formats/together.js";
import { type DigestListHead, isDigestListHead, readDigestListHead, readDigestRow } from "./digest-list.js";
import { type DigestKind, digestsOfPair } from "./digests.js";
import { setKey } from "./export-index.js";
import { partNames } from "./part-names.js";
import { trainedPairs } from "./trained-pairs.js";

/** A file of which someone says that a model was trained on it. */
export interface TrainedOn {
  readonly file: string;
  /** When it was exported; '' where the file does not say. */
  readonly at: string;
  readonly format: string;
  /** Of all its digests in order: the same file twice is one. */
  readonly digest: string;
  /** Those of its digests that matter for the data at hand, as `setKey` writes them. */
  readonly digests: ReadonlySet<string>;
  readonly operators: readonly string[];
  readonly heldOut: readonly string[];
}

export interface TrainedOnOptions {
  readonly cwd: string;
  readonly formats: readonly Format[];
  readonly bad?: BadTally | undefined;
  /** Digests of the data at hand: of a large training set only those stay in memory. */
  readonly wanted: ReadonlySet<string>;
}

/**
 * Reads preference data, pairs of one's own (as tare augment writes them) or a digest list. Throws TARE_DATA_* at a record
 * that cannot be read, unless `bad` takes it: an unread record may be the one that matters.
 */
export async function readTrainedOn(file: string, options: TrainedOnOptions): Promise<TrainedOn> {
  if (file === "-") throw new TareError("TARE_USAGE", "--trained-on wants a file: - is for the data");
  const { formats, cwd, wanted } = options;
  const digests = new Set<string>();
  const operators = new Set<string>();
  const hash = createHash("sha256");
  const refuse = (error: unknown, records: number) => void leaveOut(error, options.bad, records);
  let head: DigestListHead | undefined;
  let format: Format | undefined;

  const take = (rows: readonly (readonly [DigestKind, string])[]) => {
    const keys = rows.map((row) => setKey(...row));
    for (const key of keys) hash.update(key);
    // Nothing says of a list's pairs which prompt is theirs; elsewhere they count with their prompts and answers.
    const pairs = head !== undefined || keys.some((key) => wanted.has(key));
    for (const [index, key] of keys.entries())
      if (rows[index]![0] === "pair" ? pairs : wanted.has(key)) digests.add(key);
  };

  async function* formatted(): AsyncGenerator<FormattedRecord> {
    for await (const { value, line, place } of readRecords(file, { cwd })) {
      const read = attempt(place, (): FormattedRecord | undefined => {
        const record = value();
        if (!isRecord(record)) throw new TareError("TARE_DATA_FIELD", "the record is no object");
        if (head !== undefined) {
          const { kind, digest } = readDigestRow(record, place);
          take([[kind, digest]]);
        } else if (format === undefined && isDigestListHead(record)) head = readDigestListHead(record, place);
        else {
          format ??= detectFormat(record, formats);
          return { record, format, line, place };
        }
        return undefined;
      });
      if ("error" in read) refuse(read.error, 1);
      else if (read.value !== undefined) yield read.value;
    }
  }

  for await (const group of together(formatted(), refuse)) {
    const read = attempt(group[0].place, () => trainedPairs(group));
    if ("error" in read) refuse(read.error, group.length);
    else {
      for (const [a, b] of read.value.pairs) take(digestsOfPair(a, b));
      for (const name of read.value.operators.flatMap(partNames)) operators.add(name);
    }
  }
  return {
    file: head?.file ? `${file} (of ${head.file})` : file,
    at: head?.at ?? "",
    format: head === undefined ? (format?.name ?? "") : "digests",
    digest: hash.digest("hex").slice(0, 32),
    digests,
    operators: [...(head?.operators ?? operators)],
    heldOut: head?.held_out ?? [],
  };
}

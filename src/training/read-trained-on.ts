import { createHash } from "node:crypto";
import type { Format, Text } from "../contract.js";
import { TareError } from "../errors.js";
import { type BadTally, leaveOut } from "../formats/bad-records.js";
import { readRecords } from "../formats/container/records.js";
import { detectFormat } from "../formats/detect.js";
import { isRecord } from "../formats/fields.js";
import { readOwnPair } from "../pairs/own-pair.js";
import { isDigestListHead, readDigestListHead, readDigestRow } from "./digest-list.js";
import { type DigestKind, digestsOfPair } from "./digests.js";
import { setKey } from "./export-index.js";
import { partNames } from "./part-names.js";

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
  if (file === "-")
    throw new TareError("TARE_USAGE", "--trained-on wants a file: standard input is the data's");
  const digests = new Set<string>();
  const operators = new Set<string>();
  const hash = createHash("sha256");
  let head: ReturnType<typeof readDigestListHead> | undefined;
  let format: Format | undefined;
  const take = (all: readonly (readonly [DigestKind, string])[], list: boolean) => {
    const known = all.some(([kind, digest]) => options.wanted.has(setKey(kind, digest)));
    for (const [kind, digest] of all) {
      const key = setKey(kind, digest);
      hash.update(key);
      if (kind === "pair" ? known || list : options.wanted.has(key)) digests.add(key);
    }
  };
  for await (const { value, place } of readRecords(file, { cwd: options.cwd })) {
    try {
      const record = value();
      if (!isRecord(record)) throw new TareError("TARE_DATA_FIELD", "the record is no object");
      if (format === undefined && head === undefined && isDigestListHead(record)) {
        head = readDigestListHead(record, place);
        continue;
      }
      if (head !== undefined) {
        const { kind, digest } = readDigestRow(record, place);
        take([[kind, digest]], true);
        continue;
      }
      format ??= detectFormat(record, options.formats);
      for (const [a, b] of textsOf(record, format)) take(digestsOfPair(a, b), false);
      if (typeof record.augmentation === "string")
        for (const name of partNames(record.augmentation)) operators.add(name);
    } catch (error) {
      leaveOut(error instanceof TareError && error.where === "" ? error.at(place) : error, options.bad);
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

/** The texts of a record two by two: base and variant, or every answer with every other; one alone with itself. */
function textsOf(record: Readonly<Record<string, unknown>>, format: Format): [Text, Text][] {
  if (format.name === "own-pairs") {
    const { prompt, base, variant, variantPrompt } = readOwnPair(record, "own");
    return [[text(prompt, base), text(variantPrompt ?? prompt, variant)]];
  }
  const { prompt, responses } = format.read(record);
  const texts = responses.map((response) => text(prompt, response.text));
  if (texts.length === 1) return [[texts[0]!, texts[0]!]];
  return texts.flatMap((a, index) => texts.slice(index + 1).map((b): [Text, Text] => [a, b]));
}

function text(messages: Text["messages"], response: string): Text {
  return { messages, response };
}

import type { Item, Progress } from "../contract.js";
import { TareError } from "../errors.js";
import type { BadRecords } from "../formats/bad-records.js";
import { OWN_PAIRS } from "../formats/own-subset.js";
import { digestOf, itemId, promptKey } from "../keys.js";
import { writeItems } from "../store/items.js";
import type { Store } from "../store/open.js";
import { countWords } from "../text/counting.js";
import type { Around } from "./around.js";
import type { Reading } from "./open-reading.js";
import { readData } from "./read-data.js";

export interface GatherOptions extends Reading, Pick<Around, "cwd" | "stdin" | "signal" | "warn"> {
  readonly files: readonly string[];
  /** Leave out items in which a prompt with a response has more words than this. */
  readonly maxWords?: number | undefined;
  /** Keep this many items, drawn by seed and content: the same ones whatever the order of the file. */
  readonly limit: number | undefined;
  readonly seed: number;
}

export interface Gathered {
  readonly files: readonly string[];
  /** Ids of the run's items, sorted. */
  readonly items: readonly string[];
  /** Digest of those ids: the identity of the data. */
  readonly digest: string;
  /** Records read; an item may be several. */
  readonly read: number;
  /** Different items in them, before `maxWords` and `limit`. */
  readonly distinct: number;
  /** Items left out by `maxWords`. */
  readonly tooLong: number;
  /** Items that had been read before; counted once. */
  readonly duplicates: number;
  /** Items in which a lone surrogate (half a character) was replaced by U+FFFD, since no tokenizer can read it. */
  readonly mended: number;
  /** Items of the run in which nothing is preferred to anything: ties, and data without labels. */
  readonly unranked: number;
  /** Records left out, by code; undefined where a bad record is an error. */
  readonly bad?: readonly BadRecords[] | undefined;
}

const BATCH = 200;

/** Reads the data into the store, or, without one, for their identity alone. Only ids stay in memory, and with a limit the items that may yet be kept. */
export async function gatherItems(
  store: Store | undefined,
  options: GatherOptions,
  progress: Progress,
): Promise<Gathered> {
  const seen = new Set<string>();
  const kept = options.limit === undefined ? undefined : keepLowest(options.limit, options.seed);
  const tooLong = new Set<string>();
  let waiting: Item[] = [];
  let [read, again, mended, unranked] = [0, 0, 0, 0];
  const write = (items: readonly Item[]) => {
    unranked += items.filter(isUnranked).length;
    if (store !== undefined) writeItems(store, items);
  };
  for await (const { item: asRead, records } of readData(options.files, { ...options, progress })) {
    const item = wellFormed(asRead);
    const before = read;
    read += records;
    if (item !== asRead) mended++;
    if (seen.has(item.id)) {
      again++;
      continue;
    }
    seen.add(item.id);
    if (options.maxWords !== undefined && longestText(item) > options.maxWords) tooLong.add(item.id);
    else if (kept !== undefined) kept.offer(item);
    else waiting.push(item);
    if (waiting.length >= BATCH) {
      write(waiting);
      waiting = [];
    }
    if (Math.floor(read / BATCH) > Math.floor(before / BATCH)) progress.update("reading", read, 0);
  }
  const rest = kept?.items() ?? waiting;
  write(rest);
  const items = (
    kept === undefined ? [...seen].filter((id) => !tooLong.has(id)) : rest.map(({ id }) => id)
  ).sort();
  if (items.length === 0) {
    throw new TareError(
      "TARE_DATA_EMPTY",
      `no item is left: all ${seen.size} have more than ${options.maxWords} words`,
      {
        where: options.files.join(", "),
        fix: "Raise --max-words.",
      },
    );
  }
  return {
    files: options.files,
    items,
    digest: digestOf(items),
    read,
    distinct: seen.size,
    tooLong: tooLong.size,
    duplicates: again,
    mended,
    unranked,
    bad: options.bad?.counts(),
  };
}

/** The `limit` items whose seeded rank is lowest. */
export function keepLowest(limit: number, seed: number) {
  let best: { readonly rank: string; readonly item: Item }[] = [];
  const trim = () => {
    best = best.sort((a, b) => (a.rank < b.rank ? -1 : 1)).slice(0, limit);
  };
  return {
    offer(item: Item): void {
      best.push({ rank: digestOf(["limit", seed, item.id]), item });
      if (best.length >= 2 * limit) trim();
    },
    items(): Item[] {
      trim();
      return best.map(({ item }) => item);
    },
  };
}

/** Bases of pairs of one's own have no rank by nature, which nobody need be told. */
function isUnranked({ responses, subset }: Item): boolean {
  if (subset === OWN_PAIRS) return false;
  const roles = responses.map(({ role }) => role);
  return !(roles.includes("chosen") && roles.includes("rejected"));
}

/** Words of the longest text of an item, prompt included. */
function longestText({ prompt, responses }: Item): number {
  const asked = prompt.reduce((sum, { content }) => sum + countWords(content), 0);
  return asked + Math.max(...responses.map(({ text }) => countWords(text)));
}

export function wellFormed(item: Item): Item {
  const strings = [...item.prompt.map(({ content }) => content), ...item.responses.map(({ text }) => text)];
  if (strings.every((text) => text.isWellFormed())) return item;
  const draft = {
    ...item,
    prompt: item.prompt.map(({ role, content }) => ({ role, content: content.toWellFormed() })),
    responses: item.responses.map((response) => ({ ...response, text: response.text.toWellFormed() })),
  };
  return { ...draft, id: itemId(draft), promptKey: promptKey(draft.prompt) };
}

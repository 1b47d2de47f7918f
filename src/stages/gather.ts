import type { Readable } from "node:stream";
import type { Format, Item, Progress } from "../contract.js";
import { digestOf, itemId, promptKey } from "../keys.js";
import { writeItems } from "../store/items.js";
import type { Store } from "../store/open.js";
import { readData } from "./read-data.js";

export interface GatherOptions {
  readonly files: readonly string[];
  readonly formats: readonly Format[];
  readonly format: Format | undefined;
  readonly cwd: string;
  readonly stdin: Readable | undefined;
  /** Keep this many items, drawn by seed and content: the same ones whatever the order of the file. */
  readonly limit: number | undefined;
  readonly seed: number;
  readonly signal: AbortSignal;
}

export interface Gathered {
  readonly files: readonly string[];
  /** Ids of the run's items, sorted. */
  readonly items: readonly string[];
  /** Digest of those ids: the identity of the data. */
  readonly digest: string;
  readonly read: number;
  /** Records whose item had been read before; counted once. */
  readonly duplicates: number;
  /** Items in which a lone surrogate (half a character) was replaced by U+FFFD, since no tokenizer can read it. */
  readonly mended: number;
}

const BATCH = 200;

/** Reads the data into the store. Only ids stay in memory, and with a limit the items that may yet be kept. */
export async function gatherItems(
  store: Store,
  options: GatherOptions,
  progress: Progress,
): Promise<Gathered> {
  const seen = new Set<string>();
  const kept = options.limit === undefined ? undefined : keepLowest(options.limit, options.seed);
  let waiting: Item[] = [];
  let read = 0;
  let mended = 0;
  for await (const { item: asRead } of readData(options.files, options)) {
    const item = wellFormed(asRead);
    read++;
    if (item !== asRead) mended++;
    if (seen.has(item.id)) continue;
    seen.add(item.id);
    if (kept !== undefined) kept.offer(item);
    else waiting.push(item);
    if (waiting.length >= BATCH) {
      writeItems(store, waiting);
      waiting = [];
    }
    if (read % BATCH === 0) progress.update("reading", read, 0);
  }
  const rest = kept?.items() ?? waiting;
  writeItems(store, rest);
  const items = (kept === undefined ? [...seen] : rest.map(({ id }) => id)).sort();
  return { files: options.files, items, digest: digestOf(items), read, duplicates: read - seen.size, mended };
}

/** The `limit` items whose seeded rank is lowest. */
function keepLowest(limit: number, seed: number) {
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

function wellFormed(item: Item): Item {
  const strings = [...item.prompt.map(({ content }) => content), ...item.responses.map(({ text }) => text)];
  if (strings.every((text) => text.isWellFormed())) return item;
  const draft = {
    ...item,
    prompt: item.prompt.map(({ role, content }) => ({ role, content: content.toWellFormed() })),
    responses: item.responses.map((response) => ({ ...response, text: response.text.toWellFormed() })),
  };
  return { ...draft, id: itemId(draft), promptKey: promptKey(draft.prompt) };
}

/** What was read, and what was not taken as it stood. */
export function sayGathered({ items, read, duplicates, mended }: Gathered, progress: Progress): void {
  const parts = [`${items.length} items`];
  if (duplicates > 0) parts.push(`${duplicates} duplicate records counted once`);
  const left = read - duplicates - items.length;
  if (left > 0) parts.push(`${left} left out by --limit`);
  if (mended > 0) parts.push(`${mended} with broken characters replaced by U+FFFD`);
  progress.say(`read ${read} records: ${parts.join(", ")}`);
}

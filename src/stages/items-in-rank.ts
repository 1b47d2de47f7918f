import type { Item } from "../contract.js";
import { promptRank } from "../planning/cut.js";
import { readItemsById, readPromptKeys } from "../store/items.js";
import type { Store } from "../store/open.js";

/** Items read at a time. */
const WINDOW = 64;

/** Items in the seeded order of their prompts, so that the first of them are a fair sample of all. */
export function* itemsInRank(store: Store, ids: readonly string[], seed: number): Generator<Item> {
  const ranked = readPromptKeys(store, ids)
    .map(({ id, promptKey }) => ({ id, rank: promptRank(seed, promptKey) }))
    .sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1));
  for (let at = 0; at < ranked.length; at += WINDOW) {
    const window = ranked.slice(at, at + WINDOW).map(({ id }) => id);
    const items = new Map(readItemsById(store, window).map((item) => [item.id, item]));
    for (const id of window) yield items.get(id)!;
  }
}

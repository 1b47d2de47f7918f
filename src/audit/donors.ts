import type { Item } from "../contract.js";
import type { Donor } from "../pairs/corpus.js";
import { donorRank } from "../pairs/donor-rank.js";
import { leading } from "../pairs/leading.js";

/** What other items may borrow: the leading answer of the `size` prompts that a run of this seed would draw. */
export function donorsOf(items: readonly Item[], seed: number, size: number): Donor[] {
  const first = new Map<string, Item>();
  for (const item of items) {
    const known = first.get(item.promptKey);
    if (known === undefined || item.id < known.id) first.set(item.promptKey, item);
  }
  return [...first.values()]
    .map((item) => ({ item, rank: donorRank(seed, item.promptKey) }))
    .sort((a, b) => a.rank - b.rank || (a.item.promptKey < b.item.promptKey ? -1 : 1))
    .slice(0, size)
    .map(({ item }) => ({
      promptKey: item.promptKey,
      text: { messages: item.prompt, response: item.responses[leading(item.responses)]!.text },
    }));
}

import type { Asking } from "../oracle/asking.js";
import { collectNames, type Names } from "../oracle/attributes/collect-names.js";
import type { MissTally } from "../oracle/attributes/misses.js";
import { inTurn } from "../oracle/in-turn.js";
import { promptRank } from "../planning/cut.js";
import { readPromptKeys } from "../store/items.js";
import type { Store } from "../store/open.js";
import { type Around, stopIfAborted } from "./around.js";
import { itemsInRank } from "./items-in-rank.js";

export interface FoundNames extends Names {
  /** Prompts that were asked about, each once. */
  readonly prompts: number;
  /** Those for which attributes were named. */
  readonly answered: number;
}

/** Asks for the attributes of every prompt of these items, in the seeded order. Throws TARE_INTERRUPTED. */
export async function findNames(
  store: Store,
  { ask }: Pick<Asking, "ask">,
  job: { readonly items: readonly string[]; readonly seed: number; readonly concurrency: number },
  misses: MissTally,
  { progress, signal }: Pick<Around, "progress" | "signal">,
): Promise<FoundNames> {
  const { items, seed, concurrency } = job;
  const first = new Map<string, string>();
  for (const { id, promptKey } of readPromptKeys(store, items)) {
    const known = first.get(promptKey);
    if (known === undefined || id < known) first.set(promptKey, id);
  }
  const names = collectNames();
  let [done, answered] = [0, 0];
  const tell = () => progress.update("asking", done, first.size, `prompts, attributes of ${answered}`);
  tell();
  await inTurn(itemsInRank(store, [...first.values()], seed), concurrency, async ({ prompt, promptKey }) => {
    const asked = await ask("attributes", { prompt });
    if (asked.kind === "answer") {
      names.add({ promptKey, rank: promptRank(seed, promptKey), attributes: asked.answer.attributes });
      answered++;
    } else misses.add("attributes", prompt.at(-1)?.content ?? "", asked);
    done++;
    tell();
    await stopIfAborted(signal, "asking the oracle");
  });
  return { ...names, prompts: first.size, answered };
}

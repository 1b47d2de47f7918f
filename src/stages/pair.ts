import type { Item, Progress } from "../contract.js";
import { digestOf } from "../keys.js";
import { buildPairs, type Selected } from "../pairs/build.js";
import type { Plan } from "../plan.js";
import { readDonors, readItemWindow } from "../store/items.js";
import { writeLanguages } from "../store/languages.js";
import type { Store } from "../store/open.js";
import { writeBuilt } from "../store/pairs.js";
import { recordEvent, setState } from "../store/runs.js";
import { languageOf } from "../text/language.js";
import type { Around } from "./around.js";
import { stopIfAborted } from "./around.js";

const WINDOW = 100;

/** Builds every pair of a run, window by window, each written whole. Doing it again writes the same. */
export async function pairItems(
  store: Store,
  run: { readonly id: string; readonly plan: Plan; readonly items: number },
  selected: readonly Selected[],
  window: number,
  around: Around,
): Promise<void> {
  const { seed, donors: size } = run.plan;
  const donors = readDonors(store, run.id, (key) => rank(seed, key), size);
  let done = 0;
  let after = "";
  for (;;) {
    const items = readItemWindow(store, run.id, after, WINDOW);
    if (items.length === 0) break;
    const built = items.flatMap((item) => buildPairs(item, selected, { seed, window, donors }));
    writeBuilt(store, run.id, seed, built);
    writeLanguages(
      store,
      run.id,
      items.map((item) => ({ item: item.id, language: languageOfItem(item) })),
    );
    after = items.at(-1)!.id;
    done += items.length;
    report(around.progress, done, run.items);
    await stopIfAborted(around.signal, "building pairs");
  }
  setState(store, run.id, "scoring");
  recordEvent(store, run.id, around.now(), "paired");
}

/** Of its first answer that is long enough to tell. */
function languageOfItem({ responses }: Item): string {
  for (const { text } of responses) {
    const language = languageOf(text);
    if (language !== "other") return language;
  }
  return "other";
}

function report(progress: Progress, done: number, total: number): void {
  progress.update("building pairs", done, total, "items");
}

function rank(seed: number, promptKey: string): number {
  return Number.parseInt(digestOf(["donor", seed, promptKey]).slice(0, 12), 16);
}

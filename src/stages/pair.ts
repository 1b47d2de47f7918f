import type { Item, Progress } from "../contract.js";
import { type Built, buildPairs, type Selected } from "../pairs/build.js";
import { donorRank } from "../pairs/donor-rank.js";
import { countLeftAlone, type LeftAloneRow } from "../pairs/left-alone.js";
import { nameOperator, type Plan } from "../plan.js";
import { isAsked, promptRank } from "../planning/cut.js";
import { readDonors, readItemWindow } from "../store/items.js";
import { writeLanguages } from "../store/languages.js";
import { writeLeftAlone } from "../store/left-alone.js";
import type { Store } from "../store/open.js";
import { lookIn } from "../store/oracle/interventions.js";
import { writeBuilt } from "../store/pairs.js";
import { recordEvent, setState } from "../store/runs.js";
import type { Around } from "./around.js";
import { stopIfAborted } from "./around.js";
import { languageOfItem } from "./language-of-item.js";

/** Items of the first window; each following one is twice as large, so that the session has something to score at once. */
const FIRST_WINDOW = 8;
const WINDOW = 128;

/** What pairing needs of a run. */
export interface PairedRun {
  readonly id: string;
  readonly plan: Plan;
  readonly items: number;
  /** Ids of the items from whose prompts donors are taken: of a budgeted run all of the data, so that its pairs are theirs. */
  readonly donors: readonly string[];
}

/**
 * Builds every pair of a run, window by window of its items in the order of their ids, each written whole: the new texts of
 * a window are one part of the run's, and `paired` is told of it. Doing it again writes the same.
 */
export async function pairItems(
  store: Store,
  run: PairedRun,
  selected: readonly Selected[],
  window: number,
  around: Around,
  paired: (part: number) => void = () => {},
): Promise<void> {
  const { seed, donors: size, budget, oracle: asked } = run.plan;
  const oracle = asked && lookIn(store, asked.settings);
  const donors = readDonors(store, run.donors, (key) => donorRank(seed, key), size);
  const askedOf = ({ promptKey }: Item): readonly Selected[] => {
    if (budget === undefined) return selected;
    const rank = promptRank(seed, promptKey);
    return selected.filter((one) => isAsked(budget, nameOperator(one), rank));
  };
  let done = 0;
  let after = "";
  for (let part = 1, size = FIRST_WINDOW; ; part++, size = Math.min(2 * size, WINDOW)) {
    const items = readItemWindow(store, run.id, after, size);
    if (items.length === 0) break;
    const built: Built[] = [];
    const leftAlone: LeftAloneRow[] = [];
    for (const item of items) {
      const own = buildPairs(item, askedOf(item), { seed, window, donors, oracle });
      built.push(...own);
      leftAlone.push(...countLeftAlone(item, own));
      // Between two items: scores that have come are written, and new batches sent.
      await stopIfAborted(around.signal, "building pairs");
    }
    writeBuilt(store, run.id, part, seed, built);
    writeLanguages(
      store,
      run.id,
      items.map((item) => ({ item: item.id, language: languageOfItem(item) })),
    );
    writeLeftAlone(store, run.id, leftAlone);
    paired(part);
    after = items.at(-1)!.id;
    done += items.length;
    report(around.progress, done, run.items);
  }
  setState(store, run.id, "scoring");
  recordEvent(store, run.id, around.now(), "paired");
}

function report(progress: Progress, done: number, total: number): void {
  progress.update("building pairs", done, total, "items");
}

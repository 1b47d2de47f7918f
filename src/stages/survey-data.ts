import type { Scorer } from "../contract.js";
import { donorRank } from "../pairs/donor-rank.js";
import { STANDARD_PLAN } from "../plan.js";
import { openSurvey, type Survey } from "../planning/survey.js";
import { readDonors, readItemsById } from "../store/items.js";
import type { Store } from "../store/open.js";
import { scoredBy } from "../store/scores.js";
import { type Around, stopIfAborted } from "./around.js";
import type { Kit } from "./assemble.js";
import type { Gathered } from "./gather.js";
import type { RunOracle } from "./run-oracle.js";

const WINDOW = 64;

interface SurveyJob {
  readonly data: Gathered;
  readonly kit: Kit;
  readonly seed: number;
  /** False: stored scores are made again. */
  readonly cache?: boolean | undefined;
  readonly oracle?: RunOracle | undefined;
}

/** Builds every pair of the data as a run would, and keeps the counts alone. Throws TARE_INTERRUPTED. */
export async function surveyData(
  store: Store,
  scorer: Scorer,
  { data, kit, seed, cache, oracle }: SurveyJob,
  { progress, signal }: Pick<Around, "progress" | "signal">,
): Promise<Survey> {
  const { items } = data;
  const donors = readDonors(store, items, (key) => donorRank(seed, key), STANDARD_PLAN.donors);
  // What is made again costs as much as what is new.
  const isScored = cache === false ? () => false : scoredBy(store, scorer.key);
  const survey = openSurvey({
    ...{ seed, donors, window: scorer.identity.maxLength, isScored, oracle: oracle?.look },
    ...{ selected: kit.selected, rubric: kit.rubric, rules: kit.rules },
  });
  for (let done = 0; done < items.length; done += WINDOW) {
    for (const item of readItemsById(store, items.slice(done, done + WINDOW))) {
      survey.add(item);
      await stopIfAborted(signal, "counting pairs");
    }
    progress.update("counting pairs", Math.min(done + WINDOW, items.length), items.length, "items");
  }
  return survey.read();
}

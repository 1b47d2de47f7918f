import { resolve } from "node:path";
import { type BaselineChoice, requireComparable } from "./baseline/requirements.js";
import type { RunView, Scorer, Waiver } from "./contract.js";
import { planOperators } from "./plan.js";
import { openScorer } from "./scorers/open.js";
import { openAhead } from "./scorers/open-ahead.js";
import { type Opening, openingOf } from "./scorers/opening.js";
import { NOTHING_SCORED, type ScoringTally } from "./scoring/tally.js";
import type { Around } from "./stages/around.js";
import { assembleKit, type Kit } from "./stages/assemble.js";
import { beginRun } from "./stages/begin.js";
import { type Contamination, type Settled, settleContamination } from "./stages/contamination.js";
import { findExposure, recordExportedPairs, recordExposure } from "./stages/exposure.js";
import { gatherItems } from "./stages/gather.js";
import { type Judging, judgeStored, keepJudged, viewJudged } from "./stages/judged.js";
import { type BaselineOption, isHeldAgainst, openBaseline } from "./stages/open-baseline.js";
import type { ReadingAsked } from "./stages/open-reading.js";
import { pairAndScore } from "./stages/pair-and-score.js";
import { preflight } from "./stages/preflight.js";
import { requireFiles } from "./stages/require-files.js";
import { sayDevice } from "./stages/say-device.js";
import { sayGathered } from "./stages/say-gathered.js";
import { endScoring, ensureNoise, scoreRun } from "./stages/score.js";
import { sampleOf, settleBatching, settleRun } from "./stages/settle.js";
import { type OperatorError, readErrors } from "./store/coverage.js";
import { suspectsChanged } from "./store/judgements.js";
import { openStore, type Store, usingStore } from "./store/open.js";
import type { Recheck } from "./store/recheck.js";
import { findRun, isJudgedBy } from "./store/runs.js";
import { VERSION } from "./version.js";

export interface RunOptions extends Opening, ReadingAsked {
  readonly data: readonly string[];
  readonly models: readonly string[];
  readonly rubric: string;
  readonly database: string;
  readonly seed: number;
  readonly limit: number | undefined;
  /** Leave out items with a text of more words. */
  readonly maxWords?: number | undefined;
  /** Head, or weighted sum of heads; needed where a model has several. */
  readonly head: string | undefined;
  /** Turn the sign of the reward. */
  readonly negate?: boolean | undefined;
  /** False: score again what is stored, and say how far it differs; stored scores stay. */
  readonly cache?: boolean | undefined;
  /** Operators beside the rubric's: names, with or without @dose, or paths. */
  readonly augmentations: readonly string[];
  /** Files of counterfactual pairs: beside the data, or in their place. */
  readonly pairs?: readonly string[] | undefined;
  /** The snapshot that drops are held against; false: none, by choice. */
  readonly baseline?: BaselineOption;
  /** Given beside the rubric. */
  readonly waivers?: readonly Waiver[] | undefined;
  /** Files that the models are said to have been trained on. */
  readonly trainedOn?: readonly string[] | undefined;
  /** What becomes of items that were exported for training; flag if left out. */
  readonly contamination?: Contamination | undefined;
}

/** What came of one model. */
export interface Outcome {
  readonly view: RunView;
  readonly scoring: ScoringTally;
  /** Where stored scores were made again. */
  readonly recheck: Recheck | undefined;
  readonly errors: readonly OperatorError[];
}

/** The main job: data and models in, verdicts out, one outcome a model. Everything in between lies in the database. */
export async function evaluate(options: RunOptions, around: Around): Promise<readonly Outcome[]> {
  const files = [...options.data, ...(options.pairs ?? [])];
  requireFiles(files, around.cwd);
  const kit = await assembleKit(options, around.cwd);
  const baseline = openBaseline(options.baseline, kit.rules, kit.rubric.name, around);
  return usingStore(openStore(resolve(around.cwd, options.database)), async (store) => {
    const open = (model: string) => openScorer(model, kit.kinds, openingOf(options, around.cwd));
    // The first model loads while the data are read.
    const first = openAhead(() => open(options.models[0]!));
    try {
      const asked = { ...options, ...kit, ...around, files };
      const read = await gatherItems(store, asked, around.progress);
      sayGathered(read, around.progress);
      const trainedOn = options.trainedOn ?? [];
      const found = await findExposure(store, read.items, {
        ...{ ...around, formats: kit.formats, trainedOn, skipBad: options.skipBad },
      });
      const mode = options.contamination ?? "flag";
      const { data, exposure } = settleContamination(read, found, mode, around);
      if (typeof baseline === "object")
        requireComparable(
          baseline,
          { ...kit, data: data.digest, seed: options.seed, planned: planOperators(kit.selected) },
          `baseline ${options.baseline}`,
        );
      const began = around.now();
      const outcomes: Outcome[] = [];
      for (const [index, model] of options.models.entries()) {
        const scorer = await (index === 0 ? first.take() : open(model));
        const job = { ...options, data, exposure, kit, began, held: baseline };
        outcomes.push(await weigh(store, scorer, job, around));
      }
      return outcomes;
    } finally {
      await first.drop();
    }
  });
}

/** One model through every stage. What an earlier, interrupted run has done is not done again. */
async function weigh(
  store: Store,
  opened: Scorer,
  job: Omit<RunOptions, "data"> &
    Settled & { readonly kit: Kit; readonly began: string; readonly held: BaselineChoice },
  around: Around,
): Promise<Outcome> {
  const { kit } = job;
  let scorer = opened;
  try {
    sayDevice(scorer, around.progress);
    const looked = preflight(scorer, job, around);
    const sample = sampleOf(store, job.data.items);
    scorer = await settleBatching(store, scorer, sample, around);
    const run = beginRun(store, scorer, job, around);
    recordExposure(store, run.id, job.exposure, around);
    const judged = { waivers: job.waivers ?? [], acceptExported: job.contamination === "accept" };
    const outcome = (scoring: ScoringTally, recheck?: Recheck) => {
      recordExportedPairs(store, run.id, job.exposure);
      return outcomeOf(store, run.id, { scoring, recheck, ...judged }, around);
    };
    const stands =
      isJudgedBy(store, run.id, VERSION) &&
      !suspectsChanged(store, run.id) &&
      isHeldAgainst(store, run.id, job.held);
    if (job.cache !== false && stands) {
      const { reviewScores } = await judging();
      reviewScores(store, run, looked, around);
      return outcome(NOTHING_SCORED);
    }
    scorer = await settleRun(store, run, scorer, sample, job.cache, around);
    const scored =
      run.state === "pairing"
        ? await pairAndScore(store, run, kit.selected, scorer, job.cache, around)
        : await scoreRun(store, run, scorer, around, job.cache);
    endScoring(store, run, scored, around);
    const { analyzeRun, reviewScores } = await judging();
    reviewScores(store, run, looked, around);
    await ensureNoise(store, run, scorer, around);
    await analyzeRun(store, run, kit.rubric, kit.rules, around, job.held);
    return outcome(scored.tally, scored.recheck);
  } finally {
    await scorer.close();
  }
}

/** What judges is loaded when there are scores: hundreds of small modules for which the first score need not wait. */
async function judging() {
  const { analyzeRun } = await import("./stages/analyze.js");
  const { reviewScores } = await import("./stages/review-scores.js");
  return { analyzeRun, reviewScores };
}

/** Judged on the day and with the waivers of this command, whenever its evidence was worked out. */
function outcomeOf(
  store: Store,
  id: string,
  {
    waivers,
    acceptExported,
    ...done
  }: Pick<Outcome, "scoring" | "recheck"> & Pick<Judging, "waivers" | "acceptExported">,
  around: Around,
): Outcome {
  const run = findRun(store, id)!;
  const judged = judgeStored(store, run, { today: around.now(), waivers, acceptExported });
  keepJudged(store, run, judged);
  return { view: viewJudged(store, run, judged), ...done, errors: readErrors(store, id) };
}

import { resolve } from "node:path";
import { type BaselineChoice, requireComparable } from "./baseline/requirements.js";
import type { RunView, Scorer, Waiver } from "./contract.js";
import type { OracleAsked } from "./oracle/open-oracles.js";
import { planOperators } from "./plan.js";
import { type Budget, parseBudget } from "./planning/budget.js";
import { openScorer } from "./scorers/open.js";
import { openAhead } from "./scorers/open-ahead.js";
import { type Opening, openingOf } from "./scorers/opening.js";
import { NOTHING_SCORED, type ScoringTally } from "./scoring/tally.js";
import type { Around } from "./stages/around.js";
import { assembleKit, type Kit } from "./stages/assemble.js";
import { beginRun } from "./stages/begin.js";
import type { Contamination, Settled } from "./stages/contamination.js";
import type { CutJob } from "./stages/cut-data.js";
import { recordExportedPairs, recordExposure } from "./stages/exposure.js";
import type { Gathered } from "./stages/gather.js";
import { gatherExposed } from "./stages/gather-exposed.js";
import { type Judging, judgeStored, keepJudged, viewJudged } from "./stages/judged.js";
import { keepSpeed } from "./stages/measure-speed.js";
import { type BaselineOption, isHeldAgainst, openBaseline } from "./stages/open-baseline.js";
import type { ReadingAsked } from "./stages/open-reading.js";
import { pairAndScore } from "./stages/pair-and-score.js";
import { preflight } from "./stages/preflight.js";
import { prepareOracle, requireOracle } from "./stages/prepare-oracle.js";
import { requireFiles } from "./stages/require-files.js";
import type { RunOracle } from "./stages/run-oracle.js";
import { sayDevice } from "./stages/say-device.js";
import { endScoring, ensureNoise, scoreRun } from "./stages/score.js";
import { sampleOf, settleBatching, settleRun } from "./stages/settle.js";
import type { ViewAsked } from "./stages/view.js";
import { type OperatorError, readErrors } from "./store/coverage.js";
import { suspectsChanged } from "./store/judgements.js";
import { openStore, type Store, usingStore } from "./store/open.js";
import type { Recheck } from "./store/recheck.js";
import { findRun, isJudgedBy } from "./store/runs.js";
import { VERSION } from "./version.js";

export interface RunOptions extends Opening, ReadingAsked, OracleAsked {
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
  /** Sample prompts so that no more than this is scored: `30m`, `50000texts`. */
  readonly budget?: string | undefined;
  /** The snapshot that drops are held against; false: none, by choice. */
  readonly baseline?: BaselineOption;
  /** Given beside the rubric. */
  readonly waivers?: readonly Waiver[] | undefined;
  /** Files that the models are said to have been trained on. */
  readonly trainedOn?: readonly string[] | undefined;
  /** What becomes of items that were exported for training; flag if left out. */
  readonly contamination?: Contamination | undefined;
  /** Views come with their details. */
  readonly details?: boolean | undefined;
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
  const { budget, ...rest } = options;
  const budgeted = budget === undefined ? undefined : parseBudget(budget);
  requireFiles(files, around.cwd);
  const kit = await assembleKit(options, around.cwd);
  const baseline = openBaseline(options.baseline, kit.rules, kit.rubric.name, around);
  requireOracle(options, kit);
  return usingStore(openStore(resolve(around.cwd, options.database)), async (store) => {
    const asked = await prepareOracle(store, options, kit, around);
    const open = (model: string) => openScorer(model, kit.kinds, openingOf(options, around));
    // The first model loads while the data are read; an oracle that runs here may need the room itself.
    const first = asked === undefined ? openAhead(() => open(options.models[0]!)) : undefined;
    try {
      const { data, exposure } = await gatherExposed(store, { ...options, ...kit, files }, around);
      // What a budget leaves of the data is known model by model.
      if (budgeted === undefined) requireBaseline(baseline, options, kit, data);
      const oracle = await asked?.ask(data.items);
      await asked?.close();
      const began = around.now();
      const outcomes: Outcome[] = [];
      for (const [index, model] of options.models.entries()) {
        const scorer = await ((index === 0 && first?.take()) || open(model));
        const job = { ...rest, data, exposure, kit, began, budgeted, held: baseline, oracle };
        outcomes.push(await weigh(store, scorer, job, around));
      }
      return outcomes;
    } finally {
      await asked?.close();
      await first?.drop();
    }
  });
}

/** Throws TARE_BASELINE_* where a snapshot is of other pairs than these. */
function requireBaseline(
  held: BaselineChoice,
  { seed, baseline }: Pick<RunOptions, "seed" | "baseline">,
  kit: Kit,
  { digest, items }: Gathered,
  asked?: RunOracle,
): void {
  if (typeof held !== "object") return;
  const planned = planOperators(kit.selected);
  // Before an oracle was asked nothing is known of its pairs.
  const oracle = asked === undefined ? held.oracle : asked.planFor(items);
  requireComparable(held, { ...kit, data: digest, seed, planned, oracle }, `baseline ${baseline}`);
}

/** What one model is weighed on. */
interface Weighing extends Omit<RunOptions, "data" | "budget" | "oracle">, Pick<Settled, "exposure"> {
  readonly data: Gathered;
  readonly kit: Kit;
  readonly began: string;
  readonly budgeted: Budget | undefined;
  readonly held: BaselineChoice;
  readonly oracle: RunOracle | undefined;
}

/** One model through every stage. What an earlier, interrupted run has done is not done again. */
async function weigh(store: Store, opened: Scorer, job: Weighing, around: Around): Promise<Outcome> {
  const { kit } = job;
  let scorer = opened;
  try {
    sayDevice(scorer, around.progress);
    const looked = preflight(scorer, job, around);
    const sample = sampleOf(store, job.data.items);
    scorer = await settleBatching(store, scorer, sample, around);
    const cut = await cutData(store, scorer, job, around);
    scorer = cut.scorer;
    if ((job.budgeted ?? job.oracle) !== undefined)
      requireBaseline(job.held, job, kit, cut.job.data, job.oracle);
    const run = beginRun(store, scorer, cut.job, around);
    recordExposure(store, run.id, job.exposure, around);
    const { waivers = [], details } = job;
    const judged = { waivers, acceptExported: job.contamination === "accept", details };
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
    keepSpeed(store, scorer, scored.tally);
    const { analyzeRun, reviewScores } = await judging();
    reviewScores(store, run, looked, around);
    await ensureNoise(store, run, scorer, around);
    await analyzeRun(store, run, kit.rubric, kit.rules, around, job.held);
    return outcome(scored.tally, scored.recheck);
  } finally {
    await scorer.close();
  }
}

/** Most runs have no budget. */
async function cutData(
  store: Store,
  scorer: Scorer,
  { budgeted, ...job }: Weighing,
  around: Around,
): Promise<CutJob> {
  if (budgeted === undefined) return { job, scorer };
  const { cutToBudget } = await import("./stages/cut-data.js");
  return cutToBudget(store, scorer, job, budgeted, around);
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
    details,
    ...done
  }: Pick<Outcome, "scoring" | "recheck"> & Pick<Judging, "waivers" | "acceptExported"> & ViewAsked,
  around: Around,
): Outcome {
  const run = findRun(store, id)!;
  const judged = judgeStored(store, run, { today: around.now(), waivers, acceptExported });
  keepJudged(store, run, judged);
  return { view: viewJudged(store, run, judged, { details }), ...done, errors: readErrors(store, id) };
}

import { resolve } from "node:path";
import type { RunView } from "./contract.js";
import { openScorer } from "./scorers/open.js";
import { type Opening, openingOf } from "./scorers/opening.js";
import { NOTHING_SCORED, type ScoringTally } from "./scoring/tally.js";
import { analyzeRun } from "./stages/analyze.js";
import type { Around } from "./stages/around.js";
import { assembleKit, type Kit } from "./stages/assemble.js";
import { beginRun } from "./stages/begin.js";
import { type Gathered, gatherItems } from "./stages/gather.js";
import { pairItems } from "./stages/pair.js";
import { preflight, reviewScores } from "./stages/preflight.js";
import { requireFiles } from "./stages/require-files.js";
import { sayDevice } from "./stages/say-device.js";
import { sayGathered } from "./stages/say-gathered.js";
import { ensureNoise, scoreRun } from "./stages/score.js";
import { sampleOf, settleBatching, settleRun } from "./stages/settle.js";
import { viewRun } from "./stages/view.js";
import { type OperatorError, readErrors } from "./store/coverage.js";
import { openStore, type Store, usingStore } from "./store/open.js";
import type { Recheck } from "./store/recheck.js";
import { findRun, isJudgedBy } from "./store/runs.js";
import { VERSION } from "./version.js";

export interface RunOptions extends Opening {
  readonly data: readonly string[];
  readonly models: readonly string[];
  readonly rubric: string;
  readonly database: string;
  readonly seed: number;
  readonly limit: number | undefined;
  /** Leave out items with a text of more words. */
  readonly maxWords?: number | undefined;
  readonly format: string | undefined;
  /** Head, or weighted sum of heads; needed where a model has several. */
  readonly head: string | undefined;
  /** Turn the sign of the reward. */
  readonly negate?: boolean | undefined;
  /** False: score again what is stored, and say how far it differs; stored scores stay. */
  readonly cache?: boolean | undefined;
  /** Operators beside the rubric's: names, with or without @dose, or paths. */
  readonly augmentations: readonly string[];
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
  requireFiles(options.data, around.cwd);
  const kit = await assembleKit(options, around.cwd);
  return usingStore(openStore(resolve(around.cwd, options.database)), async (store) => {
    const data = await gatherItems(
      store,
      { ...options, ...kit, ...around, files: options.data },
      around.progress,
    );
    sayGathered(data, around.progress);
    const began = around.now();
    const outcomes: Outcome[] = [];
    for (const model of options.models) {
      outcomes.push(await weigh(store, model, { ...options, data, kit, began }, around));
    }
    return outcomes;
  });
}

/** One model through every stage. What an earlier, interrupted run has done is not done again. */
async function weigh(
  store: Store,
  model: string,
  job: Omit<RunOptions, "data"> & { readonly data: Gathered; readonly kit: Kit; readonly began: string },
  around: Around,
): Promise<Outcome> {
  const { kit } = job;
  let scorer = await openScorer(model, kit.kinds, openingOf(job, around.cwd));
  try {
    sayDevice(scorer, around.progress);
    const looked = preflight(scorer, job, around);
    const sample = sampleOf(store, job.data.items);
    scorer = await settleBatching(store, scorer, sample, around);
    const run = beginRun(store, scorer, job, around);
    if (job.cache !== false && isJudgedBy(store, run.id, VERSION)) {
      reviewScores(store, run, looked, around);
      return outcomeOf(store, run.id, NOTHING_SCORED);
    }
    if (run.state === "pairing") await pairItems(store, run, kit.selected, scorer.identity.maxLength, around);
    scorer = await settleRun(store, run, scorer, sample, job.cache, around);
    const { tally, recheck } = await scoreRun(store, run, scorer, around, job.cache);
    reviewScores(store, run, looked, around);
    await ensureNoise(store, run, scorer, around);
    await analyzeRun(store, run, kit.rubric, kit.rules, around);
    return outcomeOf(store, run.id, tally, recheck);
  } finally {
    await scorer.close();
  }
}

function outcomeOf(store: Store, run: string, scoring: ScoringTally, recheck?: Recheck): Outcome {
  const errors = readErrors(store, run);
  return { view: viewRun(store, findRun(store, run)!), scoring, recheck, errors };
}

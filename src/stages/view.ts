import { resolve } from "node:path";
import type { CoverageRow, RunView } from "../contract.js";
import type { Plan } from "../plan.js";
import { oracleClaims } from "../rubric/oracle-claims.js";
import { ownerOf } from "../rubric/owner.js";
import { viewBaseline } from "../store/baselines.js";
import { readBestOfN } from "../store/best-of-n.js";
import { readCheckpoints } from "../store/checkpoints.js";
import { readCoverage } from "../store/coverage.js";
import { readCurves } from "../store/curves.js";
import { readEffects } from "../store/effects.js";
import { readExchangeRates } from "../store/exchange-rates.js";
import { suspectsChanged } from "../store/judgements.js";
import { readLeftAlone } from "../store/left-alone.js";
import { countLooks } from "../store/looks.js";
import { readNoise } from "../store/noise.js";
import type { Store } from "../store/open.js";
import { readOracleUse } from "../store/oracle/use.js";
import { countRunData, type RunRow } from "../store/runs.js";
import { countCompleteTexts, countTexts, readScorer } from "../store/scores.js";
import { readJointPower, readVerdicts } from "../store/verdicts.js";
import { detailsOf } from "./details.js";
import { noiseSample } from "./score.js";
import { rubricOf } from "./stored-rubric.js";
import { trainingOf } from "./training-of.js";
import { validityOf } from "./validity.js";

/** What of a view is loaded only where it is asked for. */
export interface ViewAsked {
  readonly details?: boolean | undefined;
}

/** Everything a report may show of a complete run, read back from the database. */
export function viewRun(store: Store, run: RunRow, { details }: ViewAsked = {}): RunView {
  const rubric = rubricOf(run);
  const plan = JSON.parse(run.plan);
  const { files, items, prompts } = countRunData(store, run.id);
  const count = run.state === "complete" ? countCompleteTexts : countTexts;
  const { scored, truncated } = count(store, run.id, run.scorer);
  const sample = noiseSample(store, { id: run.id, plan }).digest;
  const noise = readNoise(store, run.scorer, sample, plan.reward);
  const coverage = readCoverage(store, run.id).map((row): CoverageRow => {
    const attribute = ownerOf(rubric, row.augmentation, row.dose) ?? row.attribute;
    return { ...row, attribute };
  });
  const leftAlone = readLeftAlone(store, run.id);
  const looks = countLooks(store, run);
  const training = trainingOf(store, run.id, rubric, coverage);
  const baseline = viewBaseline(store, run.id);
  const oracle = readOracleUse(store, run.id);
  return {
    run: run.id,
    database: resolve(store.path),
    state: run.state,
    data: { files, items, prompts, ...budgetOf(plan) },
    seed: run.seed,
    rubric: { name: run.rubricName, digest: run.rubric, why: rubric.why },
    scorer: { ...readScorer(store, run.scorer), key: run.scorer },
    texts: { scored, truncated },
    scale: { within: run.withinSd, overall: run.overallSd, used: run.scale ?? "within-prompt" },
    noise: noise ?? null,
    coverage,
    validity: validityOf(store, plan.operators),
    effects: readEffects(store, run.id, "all data"),
    strata: readEffects(store, run.id, "strata"),
    curves: readCurves(store, run.id),
    ...(baseline === undefined ? {} : { baseline }),
    bestOfN: readBestOfN(store, run.id),
    exchangeRates: readExchangeRates(store, run.id),
    checkpoints: readCheckpoints(store, run.id),
    verdicts: readVerdicts(store, run.id).map(({ verdict }) => verdict),
    power: readJointPower(store, run.id),
    verdict: run.verdict ?? "inconclusive",
    look: looks.own,
    lookOfAll: looks.all,
    ...(leftAlone.length === 0 ? {} : { leftAlone }),
    ...(training === undefined ? {} : { training }),
    ...(oracle === undefined ? {} : { oracle: { ...oracle, claimed: oracleClaims(rubric) } }),
    ...(suspectsChanged(store, run.id) ? { stale: true } : {}),
    ...(details === true ? { details: detailsOf(store, run.id, { coverage, sample }) } : {}),
    createdAt: run.createdAt,
  };
}

function budgetOf({ budget }: Plan): Pick<RunView["data"], "budget"> {
  return budget === undefined ? {} : { budget: { asked: budget.asked, ...budget.of } };
}

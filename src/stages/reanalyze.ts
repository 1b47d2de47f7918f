import { TareError } from "../errors.js";
import type { Plan } from "../plan.js";
import { nameSelected } from "../rubric/select.js";
import { readCurves } from "../store/curves.js";
import { readEffects } from "../store/effects.js";
import { readNoise } from "../store/noise.js";
import type { Store } from "../store/open.js";
import { type RunRow, selectRuns } from "../store/runs.js";
import { countTexts } from "../store/scores.js";
import { analyzeRun } from "./analyze.js";
import type { Around } from "./around.js";
import { type Gate, rejudgeRuns } from "./rejudge.js";
import { noiseSample } from "./score.js";
import { rulesOfRun } from "./stored-rules.js";

/** What a run's stored scores say, in short. */
export interface Reanalyzed
  extends Pick<Gate, "run" | "model" | "rubric" | "verdict" | "because" | "errors"> {
  /** Rows of effects on all the data and on parts of it, and doses of response curves. */
  readonly effects: number;
  readonly strata: number;
  readonly curvePoints: number;
  /** Effects on all the data that are another at zero drift, as `augmentation@dose`. */
  readonly disagreeing: readonly string[];
}

/**
 * Effects and verdicts of stored runs, worked out again from their stored scores alone: no model, no data file, no operator.
 * Throws TARE_NO_RUN where there is none, or where one has texts without a score or no noise floor.
 */
export async function reanalyzeRuns(
  store: Store,
  prefix: string | undefined,
  around: Around,
): Promise<Reanalyzed[]> {
  const runs = selectRuns(store, prefix, false);
  const ready = runs.map((run) => ({ run, plan: planOf(store, run) }));
  const found: Reanalyzed[] = [];
  for (const { run, plan } of ready) {
    const { rubric, rules } = rulesOfRun(store, run, plan);
    await analyzeRun(store, { id: run.id, plan }, rubric, rules, around);
    found.push(summarise(store, run.id, around.now()));
  }
  return found;
}

/** The plan of a run whose texts are all scored. */
function planOf(store: Store, run: RunRow): Plan {
  const refuse = (what: string) =>
    new TareError("TARE_NO_RUN", `run ${run.id.slice(0, 12)} ${what}`, { where: store.path });
  if (run.state === "pairing" || run.state === "scoring") throw refuse(`stopped while ${run.state}`);
  const { scored, total } = countTexts(store, run.id, run.scorer);
  if (scored < total) throw refuse(`has no score of ${total - scored} of its ${total} texts`);
  const plan = JSON.parse(run.plan) as Plan;
  const { digest } = noiseSample(store, { id: run.id, plan });
  if (readNoise(store, run.scorer, digest, plan.reward) === undefined)
    throw refuse("stopped before its noise floor was measured");
  return plan;
}

function summarise(store: Store, id: string, now: string): Reanalyzed {
  const [gate] = rejudgeRuns(store, id, { today: now, waivers: [] });
  const effects = readEffects(store, id, "all data");
  const strata = readEffects(store, id, "strata");
  const curves = readCurves(store, id);
  const { run: key, model, rubric, verdict, because, errors } = gate!;
  const apart = effects.filter(({ disagrees, metric }) => disagrees && metric === "bias");
  return {
    ...{ run: key, model, rubric, verdict, because, errors },
    effects: effects.length,
    strata: strata.length,
    curvePoints: curves.length,
    disagreeing: apart.map(({ augmentation, attribute, dose }) =>
      nameSelected({ augmentation: augmentation || attribute, dose: dose ?? undefined }),
    ),
  };
}

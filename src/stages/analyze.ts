import { analyzeScores } from "../effects/analyze.js";
import { measureScale } from "../effects/scale.js";
import { TareError } from "../errors.js";
import type { Plan } from "../plan.js";
import { judge } from "../rubric/judge.js";
import type { Rubric, Rule } from "../rubric/rubric.js";
import { writeAnalysis, writeVerdicts } from "../store/effects.js";
import { readNoise } from "../store/noise.js";
import type { Store } from "../store/open.js";
import { recordEvent } from "../store/runs.js";
import { readScoredPairs, readScoredResponses } from "../store/scored-pairs.js";
import type { Around } from "./around.js";
import { noiseSample } from "./score.js";

/** From stored scores to effects and verdicts; nothing is asked of a model. Marks the run complete. */
export function analyzeRun(
  store: Store,
  run: { readonly id: string; readonly plan: Plan },
  rubric: Rubric,
  rules: readonly Rule[],
  around: Around,
): void {
  around.progress.update("statistics", 0, 0);
  const { seed, scorer, reward } = run.plan;
  const noise = readNoise(store, scorer, noiseSample(store, run).digest, reward);
  if (noise === undefined)
    throw new TareError("TARE_BUG", "the noise floor was not measured", { where: run.id });
  const responses = readScoredResponses(store, run.id);
  const scale = measureScale(responses, rubric.scale);
  const { alpha, minimumPrompts, tail } = rubric;
  const { effects, evidence } = analyzeScores({
    responses,
    pairsOf: (augmentation) => readScoredPairs(store, run.id, augmentation),
    rules,
    rulers: { scale, tolerance: 2 * noise.floor, tail },
    alpha,
    seed,
  });
  const { within, overall, used } = scale;
  writeAnalysis(store, run.id, {
    withinSd: within,
    overallSd: overall,
    scale: used,
    noiseFloor: noise.floor,
    effects,
  });
  const ruler = scale.ruler === null ? null : { floor: noise.floor, scale: scale.ruler };
  const { verdicts, verdict } = judge(evidence, { alpha, minimumPrompts, noise: ruler, tail });
  writeVerdicts(
    store,
    run.id,
    verdict,
    verdicts.map((row, index) => ({ verdict: row, evidence: evidence[index]! })),
  );
  recordEvent(store, run.id, around.now(), "judged", verdict);
}

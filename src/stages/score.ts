import type { Scorer } from "../contract.js";
import { digestOf } from "../keys.js";
import type { Plan } from "../plan.js";
import { measureNoise } from "../scoring/noise.js";
import { scoreTexts } from "../scoring/score-texts.js";
import type { ScoringTally } from "../scoring/tally.js";
import { readNoise, writeNoise } from "../store/noise.js";
import type { Store } from "../store/open.js";
import { recordEvent, setState } from "../store/runs.js";
import { baseTextSample, countTexts, scoreWriter, textWindows } from "../store/scores.js";
import type { Around } from "./around.js";

/** Scores every text of the run that this scorer has not scored yet; each batch is written whole as it comes. */
export async function scoreRun(
  store: Store,
  run: { readonly id: string; readonly plan: Plan },
  scorer: Scorer,
  around: Around,
): Promise<ScoringTally> {
  const counts = countTexts(store, run.id, scorer.key);
  const sink = { window: textWindows(store, run.id, scorer.key), write: scoreWriter(store, scorer.key) };
  const result = await scoreTexts(scorer, sink, {
    total: counts.total,
    done: counts.scored,
    progress: around.progress,
    signal: around.signal,
    windowSize: run.plan.scoringWindow,
  });
  setState(store, run.id, "analyzing");
  recordEvent(store, run.id, around.now(), "scored", `${result.scored} texts`);
  return result;
}

/** Digest of the texts on which a run measures its scorer's noise floor. */
export function noiseSample(store: Store, run: { readonly id: string; readonly plan: Plan }) {
  const texts = baseTextSample(store, run.id, run.plan.noiseTexts);
  return { texts, digest: digestOf(texts.map(({ key }) => key)) };
}

/** The noise floor on the run's own texts (§6), measured once for a scorer and sample. */
export async function ensureNoise(
  store: Store,
  run: { readonly id: string; readonly plan: Plan },
  scorer: Scorer,
  around: Around,
): Promise<void> {
  const { texts, digest } = noiseSample(store, run);
  if (readNoise(store, scorer.key, digest, run.plan.reward) !== undefined) return;
  around.progress.update("measuring noise", 0, texts.length, "texts, four ways each");
  const noise = await measureNoise(scorer, texts, around.signal);
  writeNoise(store, scorer.key, digest, noise);
}

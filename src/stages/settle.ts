import type { Scorer, Text, Tuning } from "../contract.js";
import { digestOf } from "../keys.js";
import { STANDARD_PLAN } from "../plan.js";
import { measureNoise, noiseAlone } from "../scoring/noise.js";
import { curedAlone } from "../scoring/noise-cause.js";
import { tuneScorer } from "../scoring/tune.js";
import { readNoiseCause, writeNoise } from "../store/noise.js";
import type { Store } from "../store/open.js";
import type { RunState } from "../store/runs.js";
import { baseTextsOf, countTexts, scoreWriter, writeScorer } from "../store/scores.js";
import { freezeTuning, readFrozenTuning, readTuning, writeTuning } from "../store/tunings.js";
import type { Around } from "./around.js";

/** Texts of the data on which a scorer is measured, with the digest of their keys. */
export interface Sample {
  readonly texts: readonly { readonly key: string; readonly text: Text }[];
  readonly digest: string;
}

/** The first base texts of the items by key: keys are digests, so this is a draw that never changes. */
export function sampleOf(store: Store, items: readonly string[]): Sample {
  const texts = baseTextsOf(store, items, STANDARD_PLAN.noiseTexts);
  return { texts, digest: digestOf(texts.map(({ key }) => key)) };
}

/**
 * Decides between batches and one text at a time, where the user left it open: a scorer whose noise floor shows that batch
 * mates or padding move its scores is replaced by the one that takes texts alone (statistics.md §6). What was measured is
 * kept, and with it the decision; scores made on the way are scores of the latter.
 */
export async function settleBatching(
  store: Store,
  scorer: Scorer,
  { texts, digest }: Sample,
  around: Around,
): Promise<Scorer> {
  if (scorer.alone === undefined) return scorer;
  const alone = scorer.alone();
  let cause = readNoiseCause(store, scorer.key, digest);
  if (cause === undefined) {
    around.progress.update("measuring noise", 0, texts.length, "texts, four ways each");
    const noise = await measureNoise(scorer, texts, around.signal);
    cause = noise.cause;
    writeScorer(store, scorer.key, scorer.identity);
    writeNoise(store, scorer.key, digest, noise);
    if (curedAlone(cause)) {
      writeScorer(store, alone.key, alone.identity);
      writeNoise(store, alone.key, digest, noiseAlone(noise));
      scoreWriter(store, alone.key)(noise.alone);
    }
  }
  if (!curedAlone(cause)) return scorer;
  around.progress.say(
    `${scorer.identity.name}: one text at a time, since ${cause}; --batching padded batches all the same`,
  );
  return alone;
}

/**
 * Sets batch size and threads: as frozen with the run, as measured before on this machine, or by a short sweep on the
 * sample. Returns the scorer to go on with, which is the one to close.
 */
export async function settleTuning(
  store: Store,
  scorer: Scorer,
  { texts }: Sample,
  frozen: Tuning | undefined,
  around: Around,
): Promise<Scorer> {
  const { tunable, tuned } = scorer;
  if (tunable === undefined || tuned === undefined) return scorer;
  const { budgets, threads, machine } = tunable;
  if (frozen !== undefined) {
    if (!budgets.includes(frozen.tokenBudget))
      around.progress.say(`the run was begun with ${frozen.tokenBudget} tokens a batch: going on with that`);
    return retune(scorer, {
      ...frozen,
      threads: threads.includes(frozen.threads) ? frozen.threads : threads[0]!,
    });
  }
  const known = readTuning(store, scorer.key, machine);
  if (known !== undefined && budgets.includes(known.tokenBudget) && threads.includes(known.threads))
    return retune(scorer, known);
  if (budgets.length === 1 && threads.length === 1) return scorer;
  around.progress.update("measuring speed", 0, texts.length, "texts, two seconds at most");
  const prepared = texts.map(({ key, text }) => scorer.prepare(key, text));
  const { scorer: best, tried } = await tuneScorer(scorer, prepared);
  const said = tried.map(
    (one) => `${one.tokenBudget} tokens, ${one.threads} threads: ${one.textsPerSecond.toFixed(1)} texts/s`,
  );
  writeScorer(store, scorer.key, scorer.identity);
  writeTuning(store, scorer.key, machine, tuningOf(best), said.join("; ") || "too slow to be tuned");
  return best;
}

/** The same for a run with texts still to be scored; the first time, what it is set to is frozen with the run. */
export async function settleRun(
  store: Store,
  run: { readonly id: string; readonly state: RunState },
  scorer: Scorer,
  sample: Sample,
  cache: boolean | undefined,
  around: Around,
): Promise<Scorer> {
  const { scored, total } = countTexts(store, run.id, scorer.key);
  // Before its pairs are built, nobody knows what a run has yet to score.
  if (cache !== false && run.state !== "pairing" && scored === total) return scorer;
  const frozen = readFrozenTuning(store, run.id);
  const settled = await settleTuning(store, scorer, sample, frozen, around);
  if (frozen === undefined && settled.tunable !== undefined) freezeTuning(store, run.id, tuningOf(settled));
  return settled;
}

function tuningOf({ tokenBudget, threads = 0 }: Scorer): Tuning {
  return { tokenBudget, threads };
}

async function retune(scorer: Scorer, to: Tuning): Promise<Scorer> {
  const { tokenBudget, threads } = tuningOf(scorer);
  if (tokenBudget === to.tokenBudget && threads === to.threads) return scorer;
  const retuned = await scorer.tuned!(to);
  if (threads !== to.threads) await scorer.close();
  return retuned;
}

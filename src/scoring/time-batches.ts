import type { Prepared, Scorer } from "../contract.js";
import { stream } from "../random.js";
import { makeBatches } from "./batches.js";
import { openPipeline } from "./pipeline.js";
import { openTally, type ScoringTally } from "./tally.js";

/** Tokens that are computed for some texts: with the pads where batches are padded. */
export interface Computed {
  readonly tokens: number;
  readonly padded: number;
}

export interface Timed {
  readonly tally: ScoringTally;
  /** All of the texts, those that were not scored included. */
  readonly all: Computed;
}

/**
 * Scores batches of some texts as a run would, in a drawn order, until so many milliseconds have passed: one batch to warm
 * up, which does not count, and one at least that does. The scores are thrown away.
 */
export async function timeBatches(
  scorer: Scorer,
  texts: readonly Prepared[],
  milliseconds: number,
  signal: AbortSignal,
): Promise<Timed> {
  const batches = makeBatches(texts, scorer.tokenBudget);
  const drawn = stream("speed").shuffle(batches);
  await scorer.score(batches[0]!);
  const tally = openTally(scorer, { total: () => 0, progress: { update() {}, say() {}, end() {} } });
  const pipeline = openPipeline(scorer, (batch) => tally.add(batch), signal);
  for (const batch of drawn) {
    await pipeline.send(batch);
    if (signal.aborted || tally.read().wallMs >= milliseconds) break;
  }
  await pipeline.drain();
  return { tally: tally.read(), all: computedFor(scorer, batches) };
}

/** What a scorer computes for texts that it takes in these batches. */
export function computedFor(scorer: Scorer, batches: readonly (readonly Prepared[])[]): Computed {
  let [tokens, cells] = [0, 0];
  for (const batch of batches) {
    const own = batch.map((text) => text.tokens);
    const real = own.reduce((sum, count) => sum + count, 0);
    tokens += real;
    cells += scorer.scorePadded === undefined ? real : batch.length * Math.max(...own);
  }
  return { tokens, padded: cells - tokens };
}

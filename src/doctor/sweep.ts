import type { Prepared, Scorer } from "../contract.js";
import { makeBatches } from "../scoring/batches.js";
import { type Around, stopIfAborted } from "../stages/around.js";

/** Speed of the bare session under one budget. */
export interface SweepRow {
  /** Most tokens of a batch; 1 is one text a batch. */
  readonly budget: number;
  readonly batches: number;
  readonly tokensPerSecond: number;
  readonly textsPerSecond: number;
  /** Share of what is computed that is padding. */
  readonly padding: number;
}

const BUDGETS = [512, 2048];

/** Scores the texts under each budget; empty where there is no session whose time could be taken. */
export async function sweepBudgets(
  scorer: Scorer,
  texts: readonly Prepared[],
  around: Around,
): Promise<SweepRow[]> {
  const rows: SweepRow[] = [];
  const tokens = sum(texts.map((text) => text.tokens));
  const budgets = new Set([1, ...(scorer.tokenBudget === 1 ? [] : (scorer.tunable?.budgets ?? BUDGETS))]);
  for (const budget of [...budgets].sort((a, b) => a - b)) {
    const batches = makeBatches(texts, budget);
    const before = scorer.sessionMilliseconds();
    for (const batch of batches) {
      await stopIfAborted(around.signal, "measuring speed");
      await scorer.score(batch);
    }
    const seconds = (scorer.sessionMilliseconds() - before) / 1000;
    if (seconds <= 0) return [];
    const computed = sum(
      batches.map((batch) => batch.length * Math.max(...batch.map((text) => text.tokens))),
    );
    rows.push({
      budget,
      batches: batches.length,
      tokensPerSecond: tokens / seconds,
      textsPerSecond: texts.length / seconds,
      padding: 1 - tokens / computed,
    });
  }
  return rows;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

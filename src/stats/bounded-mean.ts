import { type Inconclusive, isInconclusive, underMinimumClusters } from "./inconclusive.js";
import type { Inference } from "./inference.js";
import { requireWithin } from "./refuse.js";
import { clusterValues, isConstant, type Sample, sum } from "./sample.js";
import { shareInference } from "./share-inference.js";

/**
 * Inference on the mean of values that lie in [low, high], from the share of prompts that differ from the value v most
 * prompts hold: if that share is at most U, the truth lies in [v - (v - low) U, v + (high - v) U], however they differ.
 * For samples in which nearly all prompts are alike, where resamples have no spread and a mean has no bound: none of
 * 60 prompts moved means at most 4.9 % do. Inconclusive under six clusters.
 * Throws RangeError on values outside the limits.
 */
export function boundedMeanInference(
  sample: Sample,
  { low, high }: { readonly low: number; readonly high: number },
): Inference | Inconclusive {
  for (const value of sample.values) requireWithin(value, low, high, "value");
  const groups = clusterValues(sample);
  const few = underMinimumClusters(groups.length);
  if (few) return few;

  const common = commonest(groups);
  const differs = groups.map((values) => (values.every((value) => value === common) ? 0 : 1));
  const moved = shareInference({ values: differs, clusters: groups.map((_, c) => String(c)) });
  if (isInconclusive(moved)) return moved;
  const n = sample.values.length;
  const [below, above] = [common - low, high - common];
  return Object.freeze({
    estimate: sum(groups.map(sum)) / n,
    method: `Clopper-Pearson on the prompts that differ, values taken to lie in [${write(low)}, ${write(high)}]`,
    n,
    clusters: groups.length,
    effectiveN: moved.effectiveN,
    icc: null,
    designEffect: n / moved.effectiveN,
    lower: (alpha: number) => common - below * moved.upper(alpha),
    upper: (alpha: number) => common + above * moved.upper(alpha),
    pGreater: (bound: number) => (bound >= common ? 1 : moved.pLess((common - bound) / below)),
    pLess: (bound: number) => (bound <= common ? 1 : moved.pLess((bound - common) / above)),
  });
}

function write(limit: number): string {
  return String(Number(limit.toPrecision(2))).replace("-", "−");
}

/** The value that most prompts hold throughout; 0 where none does. */
function commonest(groups: readonly (readonly number[])[]): number {
  const held = new Map<number, number>();
  for (const values of groups) {
    if (isConstant(values)) held.set(values[0]!, (held.get(values[0]!) ?? 0) + 1);
  }
  return [...held].sort(([a, n], [b, m]) => m - n || a - b)[0]?.[0] ?? 0;
}

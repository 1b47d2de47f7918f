import { type Inconclusive, isInconclusive, underMinimumClusters } from "./inconclusive.js";
import type { Inference } from "./inference.js";
import { meanInference } from "./mean-inference.js";
import { requireWithin } from "./refuse.js";
import { clusterValues, isConstant, type Resampling, type Sample, sum } from "./sample.js";
import { shareInference } from "./share-inference.js";

/**
 * Inference on a net share, the mean of values in [-1, 1] (a share less its placebo): that of a mean. Where all prompts
 * but one or two hold one value v, most resamples have no spread and a mean has no bound. There it comes from the share of
 * prompts that differ: if that is at most U, the truth lies in [v - (1 + v) U, v + (1 - v) U], however they differ.
 * So none of 60 prompts moved means at most 4.9 %, as it does for a share. Coverage: tests/stats/net-share.test.ts.
 * Which of the two is settled at the one-sided 5 % whatever alpha is asked, so that the bounds have an inverse.
 * Inconclusive under six clusters. Throws RangeError on values outside [-1, 1].
 */
export function netShareInference(sample: Sample, resampling: Resampling): Inference | Inconclusive {
  for (const value of sample.values) requireWithin(value, -1, 1, "net share");
  const ofMean = meanInference(sample, resampling);
  if (!isInconclusive(ofMean) && Number.isFinite(ofMean.lower(0.05) - ofMean.upper(0.05))) return ofMean;
  const groups = clusterValues(sample);
  const few = underMinimumClusters(groups.length);
  if (few) return few;

  const common = commonest(groups);
  const differs = groups.map((values) => (values.every((value) => value === common) ? 0 : 1));
  const moved = shareInference({ values: differs, clusters: groups.map((_, c) => String(c)) });
  if (isInconclusive(moved)) return moved;
  const n = sample.values.length;
  return Object.freeze({
    estimate: sum(groups.map(sum)) / n,
    method: "Clopper-Pearson on the prompts that differ",
    n,
    clusters: groups.length,
    effectiveN: moved.effectiveN,
    icc: null,
    designEffect: n / moved.effectiveN,
    lower: (alpha: number) => common - (1 + common) * moved.upper(alpha),
    upper: (alpha: number) => common + (1 - common) * moved.upper(alpha),
    pGreater: (bound: number) => (bound >= common ? 1 : moved.pLess((common - bound) / (1 + common))),
    pLess: (bound: number) => (bound <= common ? 1 : moved.pLess((bound - common) / (1 - common))),
  });
}

/** The value that most prompts hold throughout; 0 where none does. */
function commonest(groups: readonly (readonly number[])[]): number {
  const held = new Map<number, number>();
  for (const values of groups) {
    if (isConstant(values)) held.set(values[0]!, (held.get(values[0]!) ?? 0) + 1);
  }
  return [...held].sort(([a, n], [b, m]) => m - n || a - b)[0]?.[0] ?? 0;
}

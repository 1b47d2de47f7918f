import { type Inconclusive, inconclusive } from "./inconclusive.js";
import { requireFinite, requireSameLength, requireWithin } from "./refuse.js";
import { clusterValues, isConstant, sum } from "./sample.js";

/** Moments and order statistics of a list of numbers; null where a moment is undefined. */
export interface Description {
  readonly n: number;
  readonly mean: number;
  /** Standard deviation and variance with n - 1; null for one value. */
  readonly sd: number | null;
  readonly variance: number | null;
  readonly rms: number;
  readonly median: number;
  /** Median of |x - median|, unscaled. */
  readonly mad: number;
  readonly min: number;
  readonly max: number;
  /** Type 7, at the probabilities asked for. */
  readonly quantiles: readonly number[];
  /** m3 / m2^1.5, and with the correction sqrt(n (n - 1)) / (n - 2). */
  readonly skewness: number | null;
  readonly skewnessCorrected: number | null;
}

/** Throws RangeError on values that are not finite and on probabilities outside [0, 1]. */
export function describe(
  values: readonly number[],
  probabilities: readonly number[] = [],
): Description | Inconclusive {
  requireFinite(values);
  for (const p of probabilities) requireWithin(p, 0, 1, "probability");
  if (values.length === 0) return inconclusive("no value");
  const sorted = [...values].sort((a, b) => a - b);
  const n = sorted.length;
  const mean = sum(sorted) / n;
  const median = quantile(sorted, 0.5);
  const variance = n < 2 ? null : squaresAboutMean(sorted) / (n - 1);
  const skewness = n < 2 ? null : skewnessOf(sorted, mean);
  return Object.freeze({
    n,
    mean,
    sd: variance === null ? null : Math.sqrt(variance),
    variance,
    rms: rootMeanSquare(sorted),
    median,
    mad: quantile(
      sorted.map((x) => Math.abs(x - median)).sort((a, b) => a - b),
      0.5,
    ),
    min: sorted[0]!,
    max: sorted[n - 1]!,
    quantiles: probabilities.map((p) => quantile(sorted, p)),
    skewness,
    skewnessCorrected: skewness === null || n < 3 ? null : (skewness * Math.sqrt(n * (n - 1))) / (n - 2),
  });
}

/** Hyndman & Fan 1996, type 7: linear between the order statistics at (n - 1) p. `sorted` ascending, not empty. */
export function quantile(sorted: ArrayLike<number>, p: number): number {
  const at = (sorted.length - 1) * p;
  const below = Math.floor(at);
  const low = sorted[below]!;
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!;
  return low + (at - below) * (high - low);
}

/** m3 / m2^1.5 of deviations in units of the largest one: their cubes must not underflow. */
function skewnessOf(values: readonly number[], mean: number): number | null {
  if (isConstant(values)) return null;
  const largest = values.reduce((most, x) => Math.max(most, Math.abs(x - mean)), 0);
  const moment = (power: number) => sum(values.map((x) => ((x - mean) / largest) ** power)) / values.length;
  return moment(3) / moment(2) ** 1.5;
}

/** Scaled by the largest value, so that tiny and huge ones neither vanish nor overflow. */
function rootMeanSquare(values: readonly number[]): number {
  const largest = values.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
  return largest === 0 ? 0 : largest * Math.sqrt(sum(values.map((x) => (x / largest) ** 2)) / values.length);
}

/** The ruler of z. */
export interface ScoreSpread {
  /** sqrt( sum_groups sum (x - group mean)^2 / sum (n_group - 1) ); null where every group has one value. */
  readonly within: number | null;
  /** sum (n_group - 1). */
  readonly df: number;
  /** Standard deviation of all values, n - 1. */
  readonly overall: number;
}

/**
 * Pooled within-group standard deviation beside the overall one (statistics.md §1). `groups`: one label a value.
 * Inconclusive under two values. Throws RangeError on values that are not finite or lengths that differ.
 */
export function pooledWithinSd(
  values: readonly number[],
  groups: readonly string[],
): ScoreSpread | Inconclusive {
  requireSameLength(values, groups, "values and groups");
  const members = clusterValues({ values, clusters: groups });
  if (values.length < 2) return inconclusive("under two values");
  const squares = sum(members.map(squaresAboutMean));
  const df = values.length - members.length;
  return Object.freeze({
    within: df === 0 ? null : Math.sqrt(squares / df),
    df,
    overall: Math.sqrt(squaresAboutMean(members.flat()) / (values.length - 1)),
  });
}

/** Sum of squared differences from the mean; exactly 0 where the values are equal. */
export function squaresAboutMean(values: readonly number[]): number {
  if (isConstant(values)) return 0;
  const mean = sum(values) / values.length;
  return sum(values.map((x) => (x - mean) ** 2));
}

import { type Inconclusive, inconclusive } from "./inconclusive.js";
import { clusterValues, isConstant, type Sample, sum } from "./sample.js";

/** The mean of a clustered sample with what its spread says; every field in the units of the values. */
export interface ClusterMean {
  readonly n: number;
  readonly clusters: number;
  readonly mean: number;
  /** Liang & Zeger 1986, without a small-sample factor. */
  readonly seCr0: number;
  /** CR0 times sqrt(G / (G - 1)). */
  readonly seCr1: number;
  /** Bell & McCaffrey 2002: each cluster's residual sum divided by sqrt(1 - its share of the sample). */
  readonly seCr2: number;
  /** Satterthwaite degrees of freedom of CR2 (Pustejovsky & Tipton 2018, intercept only). */
  readonly df: number;
  readonly between: ClusterAnova;
  /** 1 + (sum n_c^2 / n - 1) max(icc, 0); 1 where every cluster has one value. */
  readonly designEffect: number;
  readonly effectiveN: number;
  /** CR2 variance over that of independent values. */
  readonly varianceRatio: number;
  /** sum r^3 / (sum r^2)^1.5 of the clusters' residual sums: six times Efron's (1987) acceleration of the mean; in (-1, 1). */
  readonly skewOfMean: number;
}

export interface ClusterAnova {
  readonly msBetween: number;
  readonly msWithin: number | null;
  readonly n0: number;
  /** ICC(1), may be negative; null where every cluster has one value. */
  readonly icc: number | null;
}

/**
 * Cluster-robust mean. Inconclusive without two clusters or without variance: the formulas would give a
 * standard error of zero. Throws RangeError on values that are not finite or lengths that differ.
 */
export function clusterMean(sample: Sample): ClusterMean | Inconclusive {
  return clusterMeanOf(clusterValues(sample));
}

/** The same of values that are in their clusters already, as `clusterValues` gives them. */
export function clusterMeanOf(groups: readonly (readonly number[])[]): ClusterMean | Inconclusive {
  const n = sum(groups.map((values) => values.length));
  const clusters = groups.length;
  if (n === 0) return inconclusive("no value");
  if (clusters < 2) return inconclusive("one prompt");
  if (isConstant(groups.map((values) => values[0]!)) && groups.every(isConstant))
    return inconclusive("no variance");

  const sums = groups.map(sum);
  const mean = sum(sums) / n;
  const residuals = groups.map((values) => sum(values.map((value) => value - mean)));
  const sizes = groups.map((values) => values.length);
  const seCr0 = Math.sqrt(sum(residuals.map((r) => r * r))) / n;
  const largest = residuals.reduce((most, r) => Math.max(most, Math.abs(r)), 0);
  const seCr2 = Math.sqrt(sum(residuals.map((r, c) => (r * r) / (1 - sizes[c]! / n)))) / n;
  const between = clusterAnova(groups, mean);
  const squares = sum(sizes.map((size) => size * size));
  const designEffect = 1 + (squares / n - 1) * Math.max(between.icc ?? 0, 0);
  const totalSquares = sum(groups.map((values) => sum(values.map((value) => (value - mean) ** 2))));
  return Object.freeze({
    n,
    clusters,
    mean,
    seCr0,
    seCr1: seCr0 * Math.sqrt(clusters / (clusters - 1)),
    seCr2,
    df: satterthwaite(sizes, n),
    between,
    designEffect,
    effectiveN: n / designEffect,
    varianceRatio: seCr2 ** 2 / (totalSquares / (n - 1) / n),
    skewOfMean: largest > 0 ? skewOf(residuals.map((r) => r / largest)) : 0,
  });
}

function skewOf(residuals: readonly number[]): number {
  return sum(residuals.map((r) => r ** 3)) / sum(residuals.map((r) => r * r)) ** 1.5;
}

/**
 * Satterthwaite degrees of freedom of a CR2 variance with one regressor: `sizes` are the clusters' sums of squares of
 * it (for a mean: counts), `n` their sum.
 * (tr B)^2 / tr B^2 with B_gh = a_g a_h (n_g 1(g=h) - n_g n_h / n), a_g^2 = 1 / (1 - n_g / n); tr B = n.
 */
export function satterthwaite(sizes: readonly number[], n: number): number {
  const weights = sizes.map((size) => (size * size) / (1 - size / n));
  const diagonal = sum(sizes.map((size) => size * size));
  const offDiagonal = (sum(weights) ** 2 - sum(weights.map((w) => w * w))) / n ** 2;
  return n ** 2 / (diagonal + offDiagonal);
}

/** One-way analysis of variance; n0 is the mean cluster size corrected for unequal ones. */
function clusterAnova(groups: readonly (readonly number[])[], mean: number): ClusterAnova {
  const sizes = groups.map((values) => values.length);
  const n = sum(sizes);
  const means = groups.map((values) => sum(values) / values.length);
  const msBetween = sum(means.map((m, c) => sizes[c]! * (m - mean) ** 2)) / (groups.length - 1);
  const n0 = (n - sum(sizes.map((size) => size * size)) / n) / (groups.length - 1);
  if (n === groups.length) return { msBetween, msWithin: null, n0, icc: null };
  const within = sum(groups.map((values, c) => sum(values.map((value) => (value - means[c]!) ** 2))));
  const msWithin = within / (n - groups.length);
  return { msBetween, msWithin, n0, icc: (msBetween - msWithin) / (msBetween + (n0 - 1) * msWithin) };
}

/** (sum w)^2 / sum w^2 (Kish 1965). Throws RangeError on a negative or not finite weight. */
export function kishEffectiveSize(weights: readonly number[]): number | Inconclusive {
  for (const w of weights)
    if (!(w >= 0 && w < Number.POSITIVE_INFINITY))
      throw new RangeError(`weight ${w}: give weights of 0 or more`);
  const squares = sum(weights.map((w) => w * w));
  return squares > 0 ? sum(weights) ** 2 / squares : inconclusive("no weight above zero");
}

import { type Inconclusive, inconclusive, underMinimumClusters } from "./inconclusive.js";
import { requireCount } from "./refuse.js";
import { clusterValues, type Resampling, type Sample, sum } from "./sample.js";

export interface Sided {
  readonly greater: number;
  readonly less: number;
  readonly twoSided: number;
}

export interface SignFlip {
  /** Mean of the values. */
  readonly statistic: number;
  readonly clusters: number;
  /** All 2^G patterns were counted. */
  readonly exact: boolean;
  /** Patterns looked at, the observed one included. */
  readonly patterns: number;
  readonly p: Sided;
}

/** Patterns are enumerated up to this many clusters (2^16). */
const EXACT_CLUSTERS = 16;

/**
 * Sign-flip permutation test of "no effect": the sum of each cluster keeps its size and draws its sign (Fisher 1935).
 * Exact up to 16 clusters; above, p = (1 + #) / (B + 1) over B drawn patterns (Phipson & Smyth 2010).
 * Inconclusive under six clusters, where p cannot get small. Throws RangeError on invalid input.
 */
export function clusterSignFlip(sample: Sample, resampling: Resampling): SignFlip | Inconclusive {
  const sums = clusterValues(sample).map(sum);
  if (sums.length === 0) return inconclusive("no value");
  const few = underMinimumClusters(sums.length);
  if (few) return few;
  const exact = sums.length <= EXACT_CLUSTERS;
  const drawn = exact ? 2 ** sums.length : resampling.replicates;
  const pattern = exact ? bitsOf : randomSigns(resampling.next);
  const counts = countAsExtreme(sums, drawn, pattern);
  const p = (count: number) => (exact ? count / drawn : monteCarloP(count, drawn));
  return Object.freeze({
    statistic: sum(sums) / sample.values.length,
    clusters: sums.length,
    exact,
    patterns: exact ? drawn : drawn + 1,
    p: { greater: p(counts.greater), less: p(counts.less), twoSided: p(counts.twoSided) },
  });
}

/** (1 + count) / (B + 1): never zero, the observed pattern counts. */
export function monteCarloP(count: number, replicates: number): number {
  requireCount(count, "count");
  requireCount(replicates, "replicates");
  if (count > replicates) throw new RangeError(`${count} of ${replicates} patterns: more than there are`);
  return (1 + count) / (replicates + 1);
}

/** Whether pattern number k turns the sign of cluster c. */
export type Flips = (k: number, c: number) => boolean;

/**
 * How many of `patterns` patterns give a sum at least as extreme as the observed one. Ties are held by a slack of
 * 1e-11 of sum |S|: rounding in another order of summation must not lose them.
 */
export function countAsExtreme(sums: readonly number[], patterns: number, flips: Flips): Sided {
  const observed = sum(sums);
  const slack = 1e-11 * sum(sums.map(Math.abs));
  let greater = 0;
  let less = 0;
  let twoSided = 0;
  for (let k = 0; k < patterns; k++) {
    let total = 0;
    for (let c = 0; c < sums.length; c++) total += flips(k, c) ? -sums[c]! : sums[c]!;
    if (total >= observed - slack) greater++;
    if (total <= observed + slack) less++;
    if (Math.abs(total) >= Math.abs(observed) - slack) twoSided++;
  }
  return { greater, less, twoSided };
}

const bitsOf: Flips = (k, c) => ((k >> c) & 1) === 1;

function randomSigns(next: () => number): Flips {
  return () => next() < 0.5;
}

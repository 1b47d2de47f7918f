import { normalCdf } from "./distributions/normal.js";
import { type Inconclusive, inconclusive } from "./inconclusive.js";
import { requireFinite } from "./refuse.js";
import { sum } from "./sample.js";
import type { Sided } from "./sign-flip.js";
import { signedRanks, type Zeros } from "./signed-ranks.js";

export interface SignedRankTest {
  readonly n: number;
  readonly zeros: number;
  readonly ranked: number;
  /** Midrank sums of the positive and of the negative differences. */
  readonly plus: number;
  readonly minus: number;
  /** Of `plus`, without continuity correction; the variance is that of the observed midranks. */
  readonly z: number;
  readonly asymptotic: Sided;
  /** The normal approximation moved 1/2 towards the mean. */
  readonly corrected: Sided;
  /** Conditional on the observed midranks; null above 200 of them. */
  readonly exact: Sided | null;
}

const EXACT_RANKS = 200;

/**
 * Wilcoxon's signed-rank test (Wilcoxon 1945; zeros also by Pratt 1959) of independent differences.
 * Inconclusive where every difference is zero. Throws RangeError on values that are not finite.
 */
export function wilcoxonSignedRank(
  differences: readonly number[],
  zeros: Zeros = "wilcox",
): SignedRankTest | Inconclusive {
  requireFinite(differences, "differences");
  const ranks = signedRanks(differences, zeros);
  if (ranks.length === 0) return inconclusive("no difference other than zero");
  const plus = sum(ranks.filter((rank) => rank > 0));
  const minus = -sum(ranks.filter((rank) => rank < 0));
  const sd = Math.sqrt(sum(ranks.map((rank) => rank * rank))) / 2;
  const excess = (plus - minus) / 2;
  const normal = (toMean: number): Sided => ({
    greater: normalCdf((toMean - excess) / sd),
    less: normalCdf((excess + toMean) / sd),
    twoSided: Math.min(1, 2 * normalCdf((toMean * Math.sign(Math.abs(excess)) - Math.abs(excess)) / sd)),
  });
  return Object.freeze({
    n: differences.length,
    zeros: differences.filter((d) => d === 0).length,
    ranked: ranks.length,
    plus,
    minus,
    z: excess / sd,
    asymptotic: normal(0),
    corrected: normal(0.5),
    exact: ranks.length <= EXACT_RANKS ? exactTails(ranks.map(Math.abs), plus) : null,
  });
}

/** All sign patterns of the midranks by convolution (Hollander & Wolfe 1999, §3.1), in halves, so that ties are whole. */
function exactTails(ranks: readonly number[], plus: number): Sided {
  const halves = ranks.map((rank) => Math.round(2 * rank));
  let probability = new Float64Array(sum(halves) + 1);
  probability[0] = 1;
  for (const half of halves)
    probability = probability.map((p, total) => (p + (total >= half ? probability[total - half]! : 0)) / 2);
  const at = Math.round(2 * plus);
  const less = sum([...probability.subarray(0, at + 1)]);
  const greater = sum([...probability.subarray(at)].reverse());
  return { greater, less, twoSided: Math.min(1, 2 * Math.min(greater, less)) };
}

import { binomialCdf, binomialSf } from "./distributions/binomial.js";
import { type Inconclusive, inconclusive } from "./inconclusive.js";
import { requireCount, requireFinite, requireWithin } from "./refuse.js";
import type { Sided } from "./sign-flip.js";

/**
 * Exact test of a share. Two-sided: all outcomes no more likely than the observed one.
 * Throws RangeError unless successes <= n are whole and p is in [0, 1].
 */
export function binomialTest(successes: number, n: number, p: number): Sided {
  requireCount(successes, "successes");
  requireCount(n - successes, "n - successes");
  requireWithin(p, 0, 1, "p");
  const less = binomialCdf(successes, n, p);
  const greater = binomialSf(successes - 1, n, p);
  const other = otherTail(successes, n, p);
  const twoSided =
    other === undefined
      ? 1
      : successes < other
        ? less + binomialSf(other - 1, n, p)
        : greater + binomialCdf(other, n, p);
  return { greater, less, twoSided: Math.min(1, twoSided) };
}

/** Slack for outcomes that are equally likely but for rounding. */
const SAME = 1e-7;

/**
 * The outcome nearest the observed one, across the mode, that is no more likely than it; -1 or n + 1 where there is
 * none, undefined where the observed one is itself the mode. By the ratio of neighbouring probabilities.
 */
function otherTail(successes: number, n: number, p: number): number | undefined {
  const mean = n * p;
  if (successes === mean) return undefined;
  const up = successes < mean ? 1 : -1;
  const [win, lose] = up === 1 ? [p, 1 - p] : [1 - p, p];
  let logRatio = 0;
  let crossed = false;
  for (let hits = up === 1 ? successes : n - successes; hits < n; hits++) {
    logRatio += Math.log((n - hits) / (hits + 1)) + Math.log(win / lose);
    const at = up === 1 ? hits + 1 : n - hits - 1;
    if (up * (at - mean) > 0) crossed = true;
    if (crossed && logRatio <= SAME) return at;
  }
  return up === 1 ? n + 1 : -1;
}

export interface SignTest {
  readonly positive: number;
  readonly negative: number;
  readonly zeros: number;
  readonly p: Sided;
}

/** Zeros are dropped (Dixon & Mood 1946); inconclusive where nothing is left. */
export function signTest(differences: readonly number[]): SignTest | Inconclusive {
  requireFinite(differences, "differences");
  const positive = differences.filter((d) => d > 0).length;
  const negative = differences.filter((d) => d < 0).length;
  if (positive + negative === 0) return inconclusive("no difference other than zero");
  const zeros = differences.length - positive - negative;
  return { positive, negative, zeros, p: binomialTest(positive, positive + negative, 0.5) };
}

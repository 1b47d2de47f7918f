import { squaresAboutMean } from "./descriptive.js";
import { type Inconclusive, inconclusive } from "./inconclusive.js";
import type { Inference } from "./inference.js";
import { requireFinite, requireInside } from "./refuse.js";
import { sum } from "./sample.js";
import { tInference } from "./t-inference.js";

/** Equivalence of a mean: the 1 - 2 alpha interval and the two one-sided tests (Schuirmann 1987). */
export interface Equivalence {
  readonly n: number;
  readonly mean: number;
  readonly se: number;
  readonly df: number;
  /** H0: mean <= low, and H0: mean >= high; `p` is the larger. */
  readonly pLower: number;
  readonly pUpper: number;
  readonly p: number;
  readonly lower: number;
  readonly upper: number;
  readonly equivalent: boolean;
  /** `inside`: equivalence proved; `outside`: a violation proved; `overlaps`: undecided. */
  readonly position: "inside" | "outside" | "overlaps";
}

/**
 * TOST of independent values by Student's t. Inconclusive without two values or without variance.
 * Throws RangeError unless low < high, 0 < alpha < 1/2 and every value is finite.
 */
export function tost(
  values: readonly number[],
  low: number,
  high: number,
  alpha: number,
): Equivalence | Inconclusive {
  requireFinite(values);
  requireMargins(low, high);
  requireInside(alpha, 0, 0.5, "alpha");
  const sorted = [...values].sort((a, b) => a - b);
  const n = sorted.length;
  if (n < 2) return inconclusive("under two values");
  const squares = squaresAboutMean(sorted);
  if (squares === 0) return inconclusive("no variance");

  const mean = sum(sorted) / n;
  const se = Math.sqrt(squares / (n - 1) / n);
  const inference = tInference(mean, se, n - 1);
  const [lower, upper] = [inference.lower(alpha), inference.upper(alpha)];
  const [pLower, pUpper] = [inference.pGreater(low), inference.pLess(high)];
  const p = Math.max(pLower, pUpper);
  const position = p < alpha ? "inside" : lower > high || upper < low ? "outside" : "overlaps";
  return Object.freeze({
    n,
    mean,
    se,
    df: n - 1,
    pLower,
    pUpper,
    p,
    lower,
    upper,
    equivalent: p < alpha,
    position,
  });
}

/** The TOST p of any inference: below alpha exactly when its bounds at alpha lie inside (low, high). */
export function equivalenceP(inference: Inference, low: number, high: number): number {
  requireMargins(low, high);
  return Math.max(inference.pGreater(low), inference.pLess(high));
}

function requireMargins(low: number, high: number): void {
  if (!(low < high))
    throw new RangeError(`margins ${low} and ${high}: the lower one must lie below the upper`);
}

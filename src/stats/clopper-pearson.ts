import { betaQuantile } from "./distributions/beta.js";
import { type Inconclusive, inconclusive } from "./inconclusive.js";
import { requireInside, requireWithin } from "./refuse.js";

/** One-sided exact bounds at 1 - alpha (Clopper & Pearson 1934); counts may be fractional (effective sizes). */
export function clopperPearsonLower(successes: number, failures: number, alpha: number): number {
  requireInside(alpha, 0, 1, "alpha");
  return successes > 0 ? betaQuantile(alpha, successes, failures + 1) : 0;
}

/** The lower bound of the other outcome: 1 - alpha would round a small alpha away. */
export function clopperPearsonUpper(successes: number, failures: number, alpha: number): number {
  return 1 - clopperPearsonLower(failures, successes, alpha);
}

export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/** Two-sided interval. Inconclusive without trials. Throws RangeError unless 0 <= successes <= n and 0 < level < 1. */
export function clopperPearson(successes: number, n: number, level: number): Interval | Inconclusive {
  requireShare(successes, n, level);
  if (n === 0) return inconclusive("no trial");
  const alpha = (1 - level) / 2;
  return {
    lower: clopperPearsonLower(successes, n - successes, alpha),
    upper: clopperPearsonUpper(successes, n - successes, alpha),
  };
}

export function requireShare(successes: number, n: number, level: number): void {
  requireWithin(n, 0, Number.MAX_VALUE, "n");
  requireWithin(successes, 0, n, "successes");
  requireInside(level, 0, 1, "level");
}

import { squaresAboutMean } from "./descriptive.js";
import { requireFinite, requireWithin } from "./refuse.js";
import { sum } from "./sample.js";
import { signedRanks, type Zeros } from "./signed-ranks.js";

/** The mean difference in standard deviations of the difference; null where that is undefined. */
export interface StandardisedEffect {
  /** mean / sd. */
  readonly dZ: number | null;
  /** Hedges' factor J = 1 - 3 / (4 (n - 1) - 1) (Hedges 1981, approximation). */
  readonly j: number | null;
  /** J * dZ. */
  readonly gZ: number | null;
}

/** g_z of paired differences; null (never 0 or infinite) under two pairs or where the differences do not vary. */
export function standardisedEffect(differences: readonly number[]): StandardisedEffect {
  requireFinite(differences, "differences");
  const sorted = [...differences].sort((a, b) => a - b);
  const n = sorted.length;
  const squares = squaresAboutMean(sorted);
  if (n < 2 || squares === 0) return { dZ: null, j: n < 2 ? null : hedgesJ(n), gZ: null };
  const dZ = sum(sorted) / n / Math.sqrt(squares / (n - 1));
  return { dZ, j: hedgesJ(n), gZ: hedgesJ(n) * dZ };
}

/** `n` pairs, so n - 1 degrees of freedom. */
export function hedgesJ(n: number): number {
  return 1 - 3 / (4 * (n - 1) - 1);
}

/** (T+ - T-) / (T+ + T-) of the signed ranks (Kerby 2014); null where every difference is zero. */
export function rankBiserial(differences: readonly number[], zeros: Zeros = "wilcox"): number | null {
  requireFinite(differences, "differences");
  const ranks = signedRanks(differences, zeros);
  return ranks.length === 0 ? null : sum(ranks) / sum(ranks.map(Math.abs));
}

/**
 * One value a pair: 1 where the reward moved in the direction of `sign` by more than `tieTolerance`, 1/2 where it
 * moved by no more than that, 0 where it moved the other way. Their mean is the correct-direction rate.
 */
export function correctDirection(
  differences: readonly number[],
  sign: 1 | -1,
  tieTolerance: number,
): readonly number[] {
  requireFinite(differences, "differences");
  requireWithin(tieTolerance, 0, Number.MAX_VALUE, "tieTolerance");
  if (sign !== 1 && sign !== -1) throw new RangeError(`sign ${sign}: give 1 or -1`);
  return differences.map((d) => (Math.abs(d) <= tieTolerance ? 0.5 : sign * d > 0 ? 1 : 0));
}

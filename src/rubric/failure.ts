import type { Claim } from "../contract.js";

/** One-sided p values of an estimate against any bound, as src/stats gives them. */
export interface Invertible {
  /** p of "truth <= bound" against "truth > bound". */
  pGreater(bound: number): number;
  /** p of "truth >= bound" against "truth < bound". */
  pLess(bound: number): number;
}

/**
 * p of "the truth keeps the claim" against "it lies on the bad side".
 * `within` is broken above or below: a union of two one-sided tests. At most one of them can be right, but where
 * the interval is wide against the bound both may err, so the smaller p is doubled (Bonferroni over the two sides).
 */
export function pFailOf({ comparison, bound }: Claim, estimate: Invertible): number {
  if (comparison === "at-least") return estimate.pLess(bound);
  if (comparison === "at-most") return estimate.pGreater(bound);
  return Math.min(1, 2 * Math.min(estimate.pGreater(bound), estimate.pLess(-bound)));
}

export { pooledWithinSd, type ScoreSpread } from "./descriptive.js";
export {
  correctDirection,
  rankBiserial,
  type StandardisedEffect,
  standardisedEffect,
} from "./effect-sizes.js";
export { type Inconclusive, isInconclusive, MINIMUM_CLUSTERS } from "./inconclusive.js";
export { meanInference, rmsInference } from "./mean-inference.js";
export { benjaminiHochberg, holm } from "./multiplicity.js";
export type { Resampling, Sample } from "./sample.js";
export { shareInference } from "./share-inference.js";
export { clusterSignFlip, type SignFlip } from "./sign-flip.js";
export { type DoseRow, slopeWithin } from "./slope-within.js";
export { type Equivalence, equivalenceP, tost } from "./tost.js";

/** Something estimated, with one-sided inference that can be inverted: bound and p always agree. */
export interface Inference {
  readonly estimate: number;
  readonly method: string;
  /** Values, and distinct clusters (prompts) among them. */
  readonly n: number;
  readonly clusters: number;
  /** n over the design effect. */
  readonly effectiveN: number;
  /** ICC(1), may be negative; null where every cluster has one value. */
  readonly icc: number | null;
  readonly designEffect: number;
  /**
   * One-sided confidence bounds at 1 - alpha. An infinite one says that the sample cannot give a bound at this
   * alpha: it proves nothing. Throws RangeError unless 0 < alpha < 1.
   */
  lower(alpha: number): number;
  upper(alpha: number): number;
  /** One-sided p of H0 "truth <= bound" vs "truth > bound": below alpha exactly when lower(alpha) > bound. */
  pGreater(bound: number): number;
  /** One-sided p of H0 "truth >= bound": below alpha exactly when upper(alpha) < bound. */
  pLess(bound: number): number;
}

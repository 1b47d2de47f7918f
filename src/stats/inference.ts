import type { OneSided } from "./one-sided.js";

export { pooledWithinSd, type ScoreSpread } from "./descriptive.js";
export {
  correctDirection,
  rankBiserial,
  type StandardisedEffect,
  standardisedEffect,
} from "./effect-sizes.js";
export { type Inconclusive, isInconclusive, MINIMUM_CLUSTERS } from "./inconclusive.js";
export { meanInference, rmsInference } from "./mean-inference.js";
export { effectiveSizeNeeded } from "./more-data.js";
export { benjaminiHochberg, holm } from "./multiplicity.js";
export { netShareInference } from "./net-share-inference.js";
export type { Resampling, Sample } from "./sample.js";
export { shareInference } from "./share-inference.js";
export { clusterSignFlip, type SignFlip } from "./sign-flip.js";
export { type DoseRow, slopeWithin } from "./slope-within.js";
export { type Equivalence, equivalenceP, tost } from "./tost.js";

/** Something estimated, with one-sided inference that can be inverted: bound and p always agree. */
export interface Inference extends OneSided {
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
}

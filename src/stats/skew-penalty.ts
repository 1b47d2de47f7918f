import type { OneSided } from "./one-sided.js";

/** Weights of the penalty in many prompts: of a mean, and of a mean of squares, whose upper tail is longer than it looks. */
export const SKEW_WEIGHT = Object.freeze({ values: 1, squares: 2.5 });

/**
 * How much further a bound of a mean must reach on the side of its long tail: 1 / (1 - c s), s the skew of the mean
 * (`skewOfMean`, its sign turned to the side), c = weight + 40 / clusters; infinite, no bound, where c s comes near 1.
 *
 * Why: the tail that a small sample has not seen lies on that side, and neither t nor bootstrap-t allows for all of it (one-sided
 * 95 % bounds of a lognormal mean cover .90 at 40 prompts). With finite third moments s falls as 1 / sqrt(clusters) and
 * the factor goes to 1; where one prompt outweighs the rest at any size, as squares of t3 do, it stays large, and no bound
 * is given. The form is that of the acceleration in BCa; its constants come from bench/CALIBRATION.md.
 */
export function skewFactor(skewTowardsSide: number, clusters: number, weight: number): number {
  const left = 1 - (weight + 40 / clusters) * Math.max(0, skewTowardsSide);
  return left > 0.05 ? 1 / left : Number.POSITIVE_INFINITY;
}

/** `inference` about `estimate` with its reach below and above multiplied; bound and p stay each other's inverse. */
export function stretched(inference: OneSided, estimate: number, below: number, above: number): OneSided {
  const [down, up] = [Number.isFinite(below), Number.isFinite(above)];
  const apart = (bound: number, times: number) => estimate + (bound - estimate) * times;
  return {
    lower: (alpha) => (down ? apart(inference.lower(alpha), below) : Number.NEGATIVE_INFINITY),
    upper: (alpha) => (up ? apart(inference.upper(alpha), above) : Number.POSITIVE_INFINITY),
    pGreater: (bound) => (down ? inference.pGreater(apart(bound, 1 / below)) : 1),
    pLess: (bound) => (up ? inference.pLess(apart(bound, 1 / above)) : 1),
  };
}

import cdf from "@stdlib/stats-base-dists-beta-cdf";
import quantile from "@stdlib/stats-base-dists-beta-quantile";
import { requirePositive, requireWithin } from "../refuse.js";

/** P(X <= x), X ~ Beta(a, b). Throws RangeError on a NaN or on shapes that are not positive. */
export function betaCdf(x: number, a: number, b: number): number {
  requireWithin(x, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, "x");
  requirePositive(a, "a");
  requirePositive(b, "b");
  return cdf(x, a, b);
}

/** The x with betaCdf(x, a, b) = p. Throws RangeError unless p is in [0, 1] and the shapes are positive. */
export function betaQuantile(p: number, a: number, b: number): number {
  requireWithin(p, 0, 1, "p");
  requirePositive(a, "a");
  requirePositive(b, "b");
  return quantile(p, a, b);
}

import cdf from "@stdlib/stats-base-dists-t-cdf";
import quantile from "@stdlib/stats-base-dists-t-quantile";
import { requirePositive, requireWithin } from "../refuse.js";

/** P(T <= t) with real-valued degrees of freedom. Throws RangeError on a NaN or df that is not positive. */
export function tCdf(t: number, df: number): number {
  requireWithin(t, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, "t");
  requirePositive(df, "df");
  return cdf(t, df);
}

/** P(T > t), exact in the far tail where 1 - tCdf(t) would be rounding noise. */
export function tSf(t: number, df: number): number {
  return tCdf(-t, df);
}

/** Throws RangeError unless p is in [0, 1] and df positive. */
export function tQuantile(p: number, df: number): number {
  requireWithin(p, 0, 1, "p");
  requirePositive(df, "df");
  return quantile(p, df);
}

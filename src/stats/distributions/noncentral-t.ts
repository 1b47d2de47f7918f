import { requireFinite, requirePositive } from "../refuse.js";
import { chiMean } from "./chi-mean.js";
import { normalCdf } from "./normal.js";

/**
 * P(T <= t) of the noncentral t: the mean of Phi(t s - ncp) over s = sqrt(chi^2_df / df), by Gauss-Legendre panels
 * (Johnson, Kotz & Balakrishnan 1995, §31.2). Good to about 1e-12 absolute. Throws RangeError on invalid parameters.
 */
export function noncentralTCdf(t: number, df: number, ncp: number): number {
  requireFinite([t, ncp], "argument");
  requirePositive(df, "df");
  return chiMean(df, (s) => normalCdf(t * s - ncp));
}

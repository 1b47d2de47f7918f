import { chiMean } from "./distributions/chi-mean.js";
import { normalCdf, normalQuantile } from "./distributions/normal.js";
import { tQuantile } from "./distributions/student-t.js";
import { type Inconclusive, inconclusive } from "./inconclusive.js";
import { requireFinite, requireInside } from "./refuse.js";
import { crossing, firstAbove } from "./root.js";

export type Alternative = "two-sided" | "greater";

/** Most independent pairs a plan is worked out for. */
const MOST_PAIRS = 2 ** 40;

/**
 * Power of the paired t test at a true effect of `d` standard deviations, from the noncentral t with n - 1 degrees of
 * freedom (two-sided: both tails). `n` may be fractional. Throws RangeError unless 0 < alpha < 1.
 */
export function tTestPower(n: number, d: number, alpha: number, alternative: Alternative): number {
  requireFinite([n, d], "argument");
  requireInside(alpha, 0, 1, "alpha");
  const df = n - 1;
  const ncp = d * Math.sqrt(n);
  const critical = -tQuantile(alternative === "greater" ? alpha : alpha / 2, df);
  const above = chiMean(df, (s) => normalCdf(ncp - critical * s));
  return alternative === "greater" ? above : above + chiMean(df, (s) => normalCdf(-critical * s - ncp));
}

/** The smallest effect (in sd) that n pairs find with the given power, exactly and by the normal approximation. */
export function minimalDetectableEffect(
  n: number,
  alpha: number,
  power: number,
  alternative: Alternative,
): { readonly d: number; readonly normal: number } | Inconclusive {
  requirePlan(alpha, power);
  if (n < 2) return inconclusive("under two pairs");
  const missing = (d: number) => tTestPower(n, d, alpha, alternative) - power;
  const most = firstAbove(missing, 1, 1e6);
  if (most === undefined) return inconclusive("no effect is found with this power");
  const normal = normalReach(alpha, power, alternative) / Math.sqrt(n);
  return { d: missing(0) >= 0 ? 0 : crossing(missing, 0, most), normal };
}

/** The pairs that find an effect of `d` sd with the given power: the whole number, and where the curve crosses it. */
export function sampleSize(
  d: number,
  alpha: number,
  power: number,
  alternative: Alternative,
): { readonly n: number; readonly real: number } | Inconclusive {
  requireFinite([d], "d");
  requirePlan(alpha, power);
  if (d === 0 || (d < 0 && alternative === "greater"))
    return inconclusive("no sample size finds an effect of zero");
  const missing = (n: number) => tTestPower(n, d, alpha, alternative) - power;
  const most = firstAbove(missing, 2, MOST_PAIRS);
  if (most === undefined) return inconclusive("the effect is too small for any sample");
  const real = missing(2) >= 0 ? 2 : crossing(missing, most / 2, most);
  return { n: Math.ceil(real - 1e-9), real };
}

function normalReach(alpha: number, power: number, alternative: Alternative): number {
  return normalQuantile(power) - normalQuantile(alternative === "greater" ? alpha : alpha / 2);
}

export function requirePlan(alpha: number, power: number): void {
  requireInside(alpha, 0, 1, "alpha");
  requireInside(power, 0, 1, "power");
}

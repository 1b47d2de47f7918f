import { chiMean } from "./distributions/chi-mean.js";
import { normalCdf, normalQuantile } from "./distributions/normal.js";
import { tQuantile } from "./distributions/student-t.js";
import { type Inconclusive, inconclusive } from "./inconclusive.js";
import { requirePlan } from "./power-t.js";
import { requireFinite, requireInside, requirePositive } from "./refuse.js";
import { crossing, firstAbove } from "./root.js";

/** An equivalence test of a mean within +-delta: truth `theta`, spread `sd`, all in one unit. */
export interface TostPlan {
  readonly sd: number;
  readonly delta: number;
  readonly theta: number;
  readonly alpha: number;
}

/**
 * Chance that both one-sided t tests of n independent values reject, exactly: over the distribution of the estimated
 * sd the mean must land in what the margins leave (Owen 1965; Phillips 1990).
 */
export function tostPower(n: number, { sd, delta, theta, alpha }: TostPlan): number {
  requireFinite([n, theta], "argument");
  requirePositive(sd, "sd");
  requirePositive(delta, "delta");
  requireInside(alpha, 0, 0.5, "alpha");
  const [margin, shift] = [delta, theta].map((x) => (x * Math.sqrt(n)) / sd) as [number, number];
  const t = -tQuantile(alpha, n - 1);
  const landing = (s: number) => normalCdf(margin - shift - t * s) - normalCdf(-margin - shift + t * s);
  return chiMean(n - 1, landing, margin / t);
}

/** Whole pairs for the given power at theta = 0, exactly, and (z_(1-alpha) + z_(1-(1-power)/2))^2 (sd / delta)^2. */
export function tostSampleSize(
  plan: Omit<TostPlan, "theta">,
  power: number,
): { readonly n: number; readonly normal: number } | Inconclusive {
  requirePlan(plan.alpha, power);
  requirePositive(plan.delta, "delta");
  requireFinite([plan.sd], "sd");
  if (plan.sd === 0) return inconclusive("no variance");
  const missing = (n: number) => tostPower(n, { ...plan, theta: 0 }) - power;
  const most = firstAbove(missing, 2, 2 ** 40);
  if (most === undefined) return inconclusive("the margin is too small for any sample");
  const normal = (tostReach(plan.alpha, power) * (plan.sd / plan.delta)) ** 2;
  return { n: most === 2 ? 2 : Math.ceil(crossing(missing, most / 2, most) - 1e-9), normal };
}

/** The delta at which n pairs have the given power at theta = 0, exactly and by the normal approximation. */
export function tostMinimalMargin(
  n: number,
  sd: number,
  alpha: number,
  power: number,
): { readonly delta: number; readonly normal: number } | Inconclusive {
  requirePlan(alpha, power);
  requirePositive(sd, "sd");
  if (n < 2) return inconclusive("under two pairs");
  const missing = (delta: number) => tostPower(n, { sd, delta, theta: 0, alpha }) - power;
  const most = firstAbove(missing, sd / 1024, sd * 1e6);
  if (most === undefined) return inconclusive("no margin has this power");
  return { delta: crossing(missing, most / 2, most), normal: (tostReach(alpha, power) * sd) / Math.sqrt(n) };
}

function tostReach(alpha: number, power: number): number {
  return -normalQuantile(alpha) - normalQuantile((1 - power) / 2);
}

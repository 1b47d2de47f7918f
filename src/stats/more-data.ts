import { normalQuantile } from "./distributions/normal.js";
import { type Inconclusive, inconclusive } from "./inconclusive.js";
import { requireFinite, requireInside, requirePositive } from "./refuse.js";

/**
 * Effective size at which the one-sided bound of an estimate that stays where it is lies on the good side of `bound`
 * with the given power: ((z_alpha + z_power) sd / distance)^2, 6.18 (sd / distance)^2 for .05 and .8 (statistics.md §8).
 * `good`: the side of the bound the truth should lie on. Inconclusive where the estimate lies on the other side or on
 * the bound: no number of prompts will settle it. Throws RangeError on invalid input.
 */
export function effectiveSizeNeeded(
  estimate: number,
  sd: number,
  bound: number,
  good: "below" | "above",
  { alpha = 0.05, power = 0.8 }: { readonly alpha?: number; readonly power?: number } = {},
): number | Inconclusive {
  requireFinite([estimate, bound], "argument");
  requirePositive(sd, "sd");
  requireInside(alpha, 0, 1, "alpha");
  requireInside(power, 0, 1, "power");
  const distance = good === "below" ? bound - estimate : estimate - bound;
  if (distance <= 0) return inconclusive("no number of prompts will settle it");
  return (((normalQuantile(power) - normalQuantile(alpha)) * sd) / distance) ** 2;
}

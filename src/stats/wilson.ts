import { type Interval, requireShare } from "./clopper-pearson.js";
import { normalQuantile } from "./distributions/normal.js";
import { type Inconclusive, inconclusive } from "./inconclusive.js";

/**
 * Score interval of a share (Wilson 1927), no continuity correction; counts may be fractional.
 * Inconclusive without trials. Throws RangeError unless 0 <= successes <= n and 0 < level < 1.
 */
export function wilson(successes: number, n: number, level: number): Interval | Inconclusive {
  requireShare(successes, n, level);
  if (n === 0) return inconclusive("no trial");
  const z2 = normalQuantile((1 - level) / 2) ** 2;
  const centre = (successes + z2 / 2) / (n + z2);
  const reach = Math.sqrt(z2 * ((successes * (n - successes)) / n + z2 / 4)) / (n + z2);
  return {
    lower: successes === 0 ? 0 : centre - reach,
    upper: successes === n ? 1 : centre + reach,
  };
}

import type { OneSided } from "./one-sided.js";
import { requireInside } from "./refuse.js";

/**
 * One-sided bounds of a bootstrap, one a replicate, so that the interval and its p value are read off the same
 * numbers: p(bound) = (1 + #{replicates that do not clear it}) / (B + 1) (Davison & Hinkley 1997, §4.2; the +1 as
 * in Phipson & Smyth 2010), and the bound at alpha is the last that keeps p below alpha.
 * `lowers[b]` and `uppers[b]`: the bound that replicate b alone would give; both are sorted here.
 */
export function boundLadder(lowers: Float64Array, uppers: Float64Array): OneSided {
  const ascending = lowers.sort();
  const descending = uppers.map((bound) => -bound).sort();
  return {
    lower: (alpha) => boundAt(ascending, alpha),
    upper: (alpha) => -boundAt(descending, alpha),
    pGreater: (bound) => pAt(ascending, bound),
    pLess: (bound) => pAt(descending, -bound),
  };
}

function boundAt(ascending: Float64Array, alpha: number): number {
  requireInside(alpha, 0, 1, "alpha");
  const replicates = ascending.length;
  // The most replicates that may stay below a bound whose p is still under alpha, by the very division pAt makes.
  let allowed = Math.min(replicates - 1, Math.floor(alpha * (replicates + 1)));
  while (allowed >= 0 && !((1 + allowed) / (replicates + 1) < alpha)) allowed--;
  return allowed < 0 ? Number.NEGATIVE_INFINITY : ascending[allowed]!;
}

function pAt(ascending: Float64Array, bound: number): number {
  if (Number.isNaN(bound)) throw new RangeError("bound is NaN: give a number");
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ascending[middle]! <= bound) low = middle + 1;
    else high = middle;
  }
  return (1 + low) / (ascending.length + 1);
}

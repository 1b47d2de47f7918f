import { quantile } from "./descriptive.js";
import { normalQuantile } from "./distributions/normal.js";
import { type Inconclusive, inconclusive } from "./inconclusive.js";
import { requireFinite, requireInside, requireSameLength } from "./refuse.js";

export interface TheilSen {
  readonly slope: number;
  /** median(y) - slope median(x). */
  readonly intercept: number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * Median of the slopes over all pairs with different x, interval from the tie-corrected variance of Kendall's S
 * (Sen 1968, eq. 2.6; ranks rounded half to even as scipy does). Of independent points; n^2 memory.
 * Inconclusive where x does not vary. Throws RangeError on invalid input.
 */
export function theilSen(x: readonly number[], y: readonly number[], level: number): TheilSen | Inconclusive {
  requireSameLength(x, y, "x and y");
  requireFinite(x, "x");
  requireFinite(y, "y");
  requireInside(level, 0, 1, "level");
  const slopes: number[] = [];
  for (let i = 0; i < x.length; i++)
    for (let j = 0; j < i; j++) if (x[i] !== x[j]) slopes.push((y[i]! - y[j]!) / (x[i]! - x[j]!));
  if (slopes.length === 0) return inconclusive("x does not vary");
  const sorted = Float64Array.from(slopes).sort();
  const term = (k: number) => k * (k - 1) * (2 * k + 5);
  const ties = [...tieSizes(x), ...tieSizes(y)].reduce((total, k) => total + term(k), 0);
  const reach = -normalQuantile((1 - level) / 2) * Math.sqrt((term(x.length) - ties) / 18);
  const low = Math.max(0, roundHalfEven((sorted.length - reach) / 2) - 1);
  const high = Math.min(sorted.length - 1, roundHalfEven((sorted.length + reach) / 2));
  const slope = quantile(sorted, 0.5);
  return { slope, intercept: median(y) - slope * median(x), lower: sorted[low]!, upper: sorted[high]! };
}

function tieSizes(values: readonly number[]): Iterable<number> {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts.values();
}

function median(values: readonly number[]): number {
  return quantile(Float64Array.from(values).sort(), 0.5);
}

function roundHalfEven(x: number): number {
  const below = Math.floor(x);
  if (x - below !== 0.5) return Math.round(x);
  return below % 2 === 0 ? below : below + 1;
}

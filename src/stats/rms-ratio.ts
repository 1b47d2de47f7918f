import { satterthwaite } from "./cluster-mean.js";
import { type Inconclusive, inconclusive, underMinimumClusters } from "./inconclusive.js";
import { requireInside, requireSameLength } from "./refuse.js";
import { crossing, firstAbove } from "./root.js";
import { clusterValues, sum } from "./sample.js";
import { SKEW_WEIGHT, skewFactor, stretched } from "./skew-penalty.js";
import { tInference } from "./t-inference.js";

export interface RmsRatio {
  readonly estimate: number;
  /** One-sided bounds at 1 - alpha; Infinity where the second may be 0 for all the data say. */
  readonly lower: number;
  readonly upper: number;
  readonly clusters: number;
}

/**
 * Root mean square of `a` over that of `b`, paired, the pairs of a prompt in one cluster: its bounds are the ratios r at
 * which a bound of the mean of a^2 - r^2 b^2 is 0 (Fieller 1954), by CR2 and Satterthwaite's t with the skew penalty of
 * squares. Inconclusive under six clusters and where a or b is 0 throughout. Throws RangeError on invalid input.
 */
export function rmsRatio(
  a: readonly number[],
  b: readonly number[],
  clusters: readonly string[],
  alpha: number,
): RmsRatio | Inconclusive {
  requireSameLength(a, b, "a and b");
  requireInside(alpha, 0, 1, "alpha");
  const [over, under] = [a, b].map((values) => squaresOf(values, clusters)) as [Sums, Sums];
  const few = underMinimumClusters(over.sizes.length);
  if (few) return few;
  const [first, second] = [sum(over.squares), sum(under.squares)];
  if (first === 0 || second === 0)
    return inconclusive(`the ${first === 0 ? "first" : "second"} is 0 throughout`);

  const square = first / second;
  const bounds = (r2: number) => excess(over, under, r2, alpha);
  const lower = bounds(0).lower > 0 ? crossing((r2) => -bounds(r2).lower, 0, square) : 0;
  const far = firstAbove((r2) => -bounds(r2).upper, square, 2 ** 40 * square);
  const upper = far === undefined ? Number.POSITIVE_INFINITY : crossing((r2) => -bounds(r2).upper, 0, far);
  const [estimate, ...sides] = [square, lower, upper].map(Math.sqrt) as [number, number, number];
  return Object.freeze({ estimate, lower: sides[0]!, upper: sides[1]!, clusters: over.sizes.length });
}

interface Sums {
  readonly sizes: readonly number[];
  readonly squares: readonly number[];
}

/** By cluster: how many values, and the sum of their squares. */
function squaresOf(values: readonly number[], clusters: readonly string[]): Sums {
  const groups = clusterValues({ values, clusters });
  const squares = groups.map((group) => sum(group.map((value) => value * value)));
  return { sizes: groups.map((group) => group.length), squares };
}

/** Bounds of the mean of a^2 - r^2 b^2; infinite where it does not vary between clusters. */
function excess(
  over: Sums,
  under: Sums,
  r2: number,
  alpha: number,
): { readonly lower: number; readonly upper: number } {
  const { sizes } = over;
  const n = sum(sizes);
  const sums = over.squares.map((square, c) => square - r2 * under.squares[c]!);
  const mean = sum(sums) / n;
  const residuals = sums.map((total, c) => total - mean * sizes[c]!);
  const variance = sum(residuals.map((r, c) => (r * r) / (1 - sizes[c]! / n))) / n ** 2;
  const size = Math.sqrt(sum(residuals.map((r) => r * r)));
  if (!(variance > 0)) return { lower: Number.NEGATIVE_INFINITY, upper: Number.POSITIVE_INFINITY };
  const skew = sum(residuals.map((r) => (r / size) ** 3));
  const [below, above] = [-skew, skew].map((one) => skewFactor(one, sizes.length, SKEW_WEIGHT.squares));
  const t = tInference(mean, Math.sqrt(variance), satterthwaite(sizes, n));
  const inference = stretched(t, mean, below!, above!);
  return { lower: inference.lower(alpha), upper: inference.upper(alpha) };
}

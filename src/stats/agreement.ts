import { squaresAboutMean } from "./descriptive.js";
import { type Inconclusive, inconclusive, isInconclusive } from "./inconclusive.js";
import { isotonic } from "./isotonic.js";
import { requireFinite, requireSameLength } from "./refuse.js";
import { sum } from "./sample.js";
import { spearman } from "./spearman.js";

/** |differences|, in the unit of what is compared. */
export interface Distance {
  readonly mean: number;
  readonly max: number;
}

/** How two measurements of the same things agree. */
export interface Agreement {
  readonly n: number;
  readonly sdA: number;
  readonly sdB: number;
  /** Null where one of them does not vary. */
  readonly pearson: number | null;
  readonly spearman: number | null;
  /** a - b. */
  readonly raw: Distance;
  /** The best line b = intercept + slope a, by least squares, and what is left of b. */
  readonly affine: Distance & { readonly slope: number; readonly intercept: number };
  /** What is left of b after the best rising function of a, and of a after the best one of b. */
  readonly rising: { readonly b: Distance; readonly a: Distance };
}

/** Inconclusive under two points. Throws RangeError on numbers that are not finite or lengths that differ. */
export function agreement(a: readonly number[], b: readonly number[]): Agreement | Inconclusive {
  requireSameLength(a, b, "a and b");
  requireFinite(a, "a");
  requireFinite(b, "b");
  const n = a.length;
  if (n < 2) return inconclusive("under two points");
  const [meanA, meanB] = [sum(a) / n, sum(b) / n];
  const [squaresA, squaresB] = [squaresAboutMean(a), squaresAboutMean(b)];
  const product = sum(a.map((x, i) => (x - meanA) * (b[i]! - meanB)));
  const spread = Math.sqrt(squaresA) * Math.sqrt(squaresB);
  const slope = squaresA > 0 ? product / squaresA : 0;
  const ranks = spearman(a, b);
  return Object.freeze({
    n,
    sdA: Math.sqrt(squaresA / (n - 1)),
    sdB: Math.sqrt(squaresB / (n - 1)),
    pearson: spread > 0 ? Math.max(-1, Math.min(1, product / spread)) : null,
    spearman: isInconclusive(ranks) ? null : ranks.rho,
    raw: distance(a, b),
    affine: {
      slope,
      intercept: meanB - slope * meanA,
      ...distance(
        b,
        a.map((x) => meanB + slope * (x - meanA)),
      ),
    },
    rising: { b: afterRising(a, b), a: afterRising(b, a) },
  });
}

function distance(x: readonly number[], y: readonly number[]): Distance {
  const apart = x.map((value, i) => Math.abs(value - y[i]!));
  return { mean: sum(apart) / apart.length, max: apart.reduce((most, one) => Math.max(most, one), 0) };
}

function afterRising(x: readonly number[], y: readonly number[]): Distance {
  const fit = isotonic(x, y);
  if (isInconclusive(fit)) return { mean: 0, max: 0 };
  const at = new Map(fit.x.map((value, i) => [value, fit.fit[i]!]));
  return distance(
    y,
    x.map((value) => at.get(value)!),
  );
}

import { type Inconclusive, isInconclusive } from "./inconclusive.js";
import type { Inference } from "./inference.js";
import { isotonic } from "./isotonic.js";
import { requireInside, requirePositive } from "./refuse.js";

/** A dose, or only on which side of one it lies: below the smallest that was tried (`<`), or above the largest (`>`). */
export interface CensoredDose {
  readonly dose: number;
  readonly sign: "" | "<" | ">";
}

export interface DoseCrossing {
  readonly estimate: CensoredDose;
  /** One-sided bounds at 1 - alpha each; null where a mean has no interval. */
  readonly lower: CensoredDose | null;
  readonly upper: CensoredDose | null;
  /** Why there are no bounds; empty where there are. */
  readonly reason: string;
}

/** Steps of the search for a bound between two doses: their ratio, halved so often. */
const HALVINGS = 14;

/**
 * The dose at which a mean that rises with the dose reaches zero, between the doses that were tried and never beyond them.
 * Estimate: the monotone (isotonic) curve through the means, straight in log dose between them. Bounds, by inversion
 * (Fieller 1954): at any dose the mean of the unit's values, interpolated in log dose, is tested; the lower bound is where
 * "below zero" is no longer proved at alpha, the upper where "above zero" begins to be. So a bound covers as often as the
 * test at the true dose does, however flat the curve is.
 * `values[k][i]`: unit i at dose k; `infer`: inference on the mean of such a list, by the same draws at every call.
 * Throws RangeError on doses that do not ascend or are not positive.
 */
export function doseCrossing(
  doses: readonly number[],
  values: readonly (readonly number[])[],
  infer: (values: readonly number[]) => Inference | Inconclusive,
  alpha: number,
): DoseCrossing {
  requireInside(alpha, 0, 1, "alpha");
  for (const dose of doses) requirePositive(dose, "dose");
  if (doses.some((dose, k) => k > 0 && dose <= doses[k - 1]!)) throw new RangeError("doses must ascend");
  const estimate = crossingOfMeans(doses, values);
  /** `at` is a place among the doses: 1.5 is halfway, in log dose, between the second and the third. */
  const test = (at: number) => infer(between(values, at));
  const tests = doses.map((_, k) => test(k));
  const failed = tests.find(isInconclusive);
  if (failed) return { estimate, lower: null, upper: null, reason: failed.inconclusive };
  const known = tests as readonly Inference[];
  const isBelow = (found: Inference | Inconclusive) => !isInconclusive(found) && found.pLess(0) < alpha;
  const isAbove = (found: Inference | Inconclusive) => !isInconclusive(found) && found.pGreater(0) < alpha;
  const lower = endOf(
    doses,
    known.findIndex((one) => !isBelow(one)),
    (at) => isBelow(test(at)),
  );
  const lastOpen = known.findLastIndex((one) => !isAbove(one));
  const upper = endOf(doses, lastOpen + 1 === doses.length ? -1 : lastOpen + 1, (at) => !isAbove(test(at)));
  return { estimate, lower, upper, reason: "" };
}

/**
 * Between the dose before number `first`, where `before` holds, and that dose, where it does not, the place where it ceases
 * to. `first` 0: below all doses; -1: above them.
 */
function endOf(doses: readonly number[], first: number, before: (at: number) => boolean): CensoredDose {
  if (first < 0) return { dose: doses.at(-1)!, sign: ">" };
  if (first === 0) return { dose: doses[0]!, sign: "<" };
  let [low, high] = [first - 1, first];
  for (let step = 0; step < HALVINGS; step++) {
    const middle = (low + high) / 2;
    if (before(middle)) low = middle;
    else high = middle;
  }
  return { dose: doseAt(doses, (low + high) / 2), sign: "" };
}

function crossingOfMeans(doses: readonly number[], values: readonly (readonly number[])[]): CensoredDose {
  const means = values.map((list) => list.reduce((sum, value) => sum + value, 0) / list.length);
  const rising = isotonic(doses, means);
  if (isInconclusive(rising)) throw new RangeError("no dose");
  const { fit } = rising;
  const first = fit.findIndex((mean) => mean >= 0);
  if (first < 0) return { dose: doses.at(-1)!, sign: ">" };
  if (first === 0) return { dose: doses[0]!, sign: "<" };
  const [low, high] = [fit[first - 1]!, fit[first]!];
  return { dose: doseAt(doses, first - 1 + -low / (high - low)), sign: "" };
}

function between(values: readonly (readonly number[])[], at: number): readonly number[] {
  const k = Math.floor(at);
  const part = at - k;
  const low = values[k]!;
  if (part === 0) return low;
  const high = values[k + 1]!;
  return low.map((value, i) => (1 - part) * value + part * high[i]!);
}

function doseAt(doses: readonly number[], at: number): number {
  const k = Math.min(Math.floor(at), doses.length - 1);
  const part = at - k;
  return part === 0 ? doses[k]! : doses[k]! ** (1 - part) * doses[k + 1]! ** part;
}

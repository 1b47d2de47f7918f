import { type Inconclusive, inconclusive, isInconclusive } from "./inconclusive.js";
import { rmsInference, unlimited } from "./mean-inference.js";
import type { OneSided } from "./one-sided.js";
import { requireSameLength } from "./refuse.js";
import { type Resampling, sum } from "./sample.js";
import type { Difference } from "./size-difference.js";
import { SKEW_WEIGHT } from "./skew-penalty.js";

/**
 * Inference on rms(b) - rms(a), paired, in units of the values: the mean of what each pair of values adds to it to first order
 * (delta method; b^2 / 2 rms(b) - a^2 / 2 rms(a), whose mean is half the difference), as any other clustered mean with the skew
 * penalty of squares. Where one of the two never moves, that of the other alone. Inconclusive under six clusters, and where
 * neither moves or nothing varies between clusters.
 */
export function rmsDifference(
  a: readonly number[],
  b: readonly number[],
  clusters: readonly string[],
  resampling: Resampling,
): Difference | Inconclusive {
  requireSameLength(a, b, "a and b");
  if (a.length === 0) return inconclusive("no value");
  const [rmsA, rmsB] = [a, b].map((values) => Math.sqrt(sum(values.map((v) => v * v)) / values.length)) as [
    number,
    number,
  ];
  if (rmsA === 0 && rmsB === 0) return inconclusive("no variance between prompts");
  if (rmsA === 0) return rmsInference({ values: b, clusters }, resampling);
  if (rmsB === 0) return oppositeOf(rmsInference({ values: a, clusters }, resampling));
  const half = (rmsB - rmsA) / 2;
  const values = a.map((value, i) => b[i]! ** 2 / (2 * rmsB) - value ** 2 / (2 * rmsA) + half);
  const inference = unlimited({ values, clusters }, resampling, SKEW_WEIGHT.squares);
  if (isInconclusive(inference)) return inference;
  return Object.freeze({
    ...inference,
    method: `of first-order parts of the root mean squares, ${inference.method}`,
  });
}

function oppositeOf(
  one: (OneSided & { estimate: number; method: string }) | Inconclusive,
): Difference | Inconclusive {
  if (isInconclusive(one)) return one;
  return Object.freeze({
    estimate: -one.estimate,
    method: one.method,
    lower: (alpha: number) => -one.upper(alpha),
    upper: (alpha: number) => -one.lower(alpha),
    pGreater: (bound: number) => one.pLess(-bound),
    pLess: (bound: number) => one.pGreater(-bound),
  });
}

import { bootstrapT } from "./bootstrap-t.js";
import { clusterMean } from "./cluster-mean.js";
import { type Inconclusive, inconclusive, isInconclusive, underMinimumClusters } from "./inconclusive.js";
import type { Inference } from "./inference.js";
import { type Limits, withinLimits } from "./limits.js";
import { rescaled } from "./one-sided.js";
import type { Resampling, Sample } from "./sample.js";
import { SKEW_WEIGHT } from "./skew-penalty.js";
import { studentisedMean } from "./studentised-mean.js";

/**
 * Inference on the mean of a clustered sample: on either side the wider of cluster bootstrap-t and CR2 with
 * Satterthwaite's t, stretched where the values are skewed to that side (studentised-mean.ts). A side on which that gives no
 * bound takes the one that follows from the `limits`, where all values lie in them.
 * All draws are made here, once: the bounds do not depend on when they are asked for.
 * Inconclusive under six clusters and, without limits, where the cluster means do not vary.
 * Throws RangeError on values that are not finite and on lengths that differ.
 */
export function meanInference(
  sample: Sample,
  resampling: Resampling,
  limits?: Limits,
): Inference | Inconclusive {
  return withinLimits(sample, unlimited(sample, resampling, SKEW_WEIGHT.values), limits);
}

/**
 * Inference on the root mean square of a clustered sample (units of the values): the mean of squares and its bounds drawn
 * through the root, which is monotone. `limit`: what the size of a value cannot exceed. Inconclusive where the mean is.
 */
export function rmsInference(
  sample: Sample,
  resampling: Resampling,
  limit?: number,
): Inference | Inconclusive {
  const squares = { values: sample.values.map((value) => value * value), clusters: sample.clusters };
  const limits = limit === undefined ? undefined : { low: 0, high: limit * limit };
  return rootOf(withinLimits(squares, unlimited(squares, resampling, SKEW_WEIGHT.squares), limits));
}

/** Of a mean square, the root. */
export function rootOf(inference: Inference | Inconclusive): Inference | Inconclusive {
  if (isInconclusive(inference)) return inference;
  const root = (square: number) => Math.sqrt(Math.max(square, 0));
  const square = (bound: number) => (bound < 0 ? Number.NEGATIVE_INFINITY : bound * bound);
  const rooted = rescaled(inference, root, square);
  return Object.freeze({
    ...inference,
    ...rooted,
    // A root is never negative, even where the mean square has no lower bound.
    pGreater: (bound: number) => (bound < 0 ? 0 : rooted.pGreater(bound)),
    estimate: root(inference.estimate),
    method: `root of the mean square, ${inference.method}`,
  });
}

/** What a sample says of its mean where nothing is known of the values' limits; `weight` is that of the skew penalty. */
export function unlimited(sample: Sample, resampling: Resampling, weight: number): Inference | Inconclusive {
  const observed = clusterMean(sample);
  if (isInconclusive(observed)) return observed;
  const few = underMinimumClusters(observed.clusters);
  if (few) return few;
  const largest = sample.values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (!(observed.seCr2 > 1e-13 * largest)) return inconclusive("no variance between prompts");
  return studentisedMean(observed, bootstrapT(sample, observed, resampling), weight);
}

import { bootstrapT } from "./bootstrap-t.js";
import { boundLadder } from "./bound-ladder.js";
import { clusterMean } from "./cluster-mean.js";
import { type Inconclusive, inconclusive, isInconclusive, underMinimumClusters } from "./inconclusive.js";
import type { Inference } from "./inference.js";
import type { Resampling, Sample } from "./sample.js";

/**
 * Inference on the mean of a clustered sample, by cluster bootstrap-t (chosen by calibration, see
 * tests/stats/calibration.test.ts). All draws are made here, once: the bounds do not depend on when they are asked for.
 * Inconclusive under six clusters and where the cluster means do not vary.
 * Throws RangeError on values that are not finite and on lengths that differ.
 */
export function meanInference(sample: Sample, resampling: Resampling): Inference | Inconclusive {
  return meanThrough((mean) => mean, "cluster bootstrap-t", sample, resampling);
}

/**
 * Inference on the root mean square of a clustered sample (units of the values): the mean of squares, its
 * bounds drawn through the root, which is monotone. Inconclusive where the mean of squares is.
 */
export function rmsInference(sample: Sample, resampling: Resampling): Inference | Inconclusive {
  const squares = { values: sample.values.map((value) => value * value), clusters: sample.clusters };
  const root = (square: number) => Math.sqrt(Math.max(square, 0));
  return meanThrough(root, "cluster bootstrap-t of the mean square", squares, resampling);
}

/** `scale` is non-decreasing; it is applied to every replicate's bound, so that bound and p stay the same numbers. */
function meanThrough(
  scale: (mean: number) => number,
  method: string,
  sample: Sample,
  resampling: Resampling,
): Inference | Inconclusive {
  const observed = clusterMean(sample);
  if (isInconclusive(observed)) return observed;
  const few = underMinimumClusters(observed.clusters);
  if (few) return few;
  const largest = sample.values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (!(observed.seCr2 > 1e-13 * largest)) return inconclusive("no variance between prompts");

  const t = bootstrapT(sample, observed, resampling);
  const boundsOf = (worst: number) =>
    t.map((value) => scale(Number.isNaN(value) ? worst : observed.mean - value * observed.seCr2));
  return Object.freeze({
    estimate: scale(observed.mean),
    method,
    n: observed.n,
    clusters: observed.clusters,
    effectiveN: observed.effectiveN,
    icc: observed.between.icc,
    designEffect: observed.designEffect,
    ...boundLadder(boundsOf(Number.NEGATIVE_INFINITY), boundsOf(Number.POSITIVE_INFINITY)),
  });
}

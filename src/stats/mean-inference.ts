import { bootstrapT } from "./bootstrap-t.js";
import { boundLadder } from "./bound-ladder.js";
import { clusterMean } from "./cluster-mean.js";
import { type Inconclusive, inconclusive, isInconclusive, underMinimumClusters } from "./inconclusive.js";
import type { Inference } from "./inference.js";
import { rescaled, wider } from "./one-sided.js";
import type { Resampling, Sample } from "./sample.js";
import { tInference } from "./t-inference.js";

/**
 * Inference on the mean of a clustered sample: on either side the wider of cluster bootstrap-t and CR2 with
 * Satterthwaite's t. Chosen by calibration (tests/stats/calibration.test.ts): bootstrap-t alone misses with 90 % zeros
 * or t3 tails, t alone with skewed values; the wider of both holds wherever one of them does.
 * All draws are made here, once: the bounds do not depend on when they are asked for.
 * Inconclusive under six clusters and where the cluster means do not vary.
 * Throws RangeError on values that are not finite and on lengths that differ.
 */
export function meanInference(sample: Sample, resampling: Resampling): Inference | Inconclusive {
  const observed = clusterMean(sample);
  if (isInconclusive(observed)) return observed;
  const few = underMinimumClusters(observed.clusters);
  if (few) return few;
  const { mean, seCr2 } = observed;
  const largest = sample.values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (!(seCr2 > 1e-13 * largest)) return inconclusive("no variance between prompts");

  const replicates = bootstrapT(sample, observed, resampling);
  const bounds = (worst: number) => replicates.map((t) => (Number.isNaN(t) ? worst : mean - t * seCr2));
  const bootstrap = boundLadder(bounds(Number.NEGATIVE_INFINITY), bounds(Number.POSITIVE_INFINITY));
  return Object.freeze({
    estimate: mean,
    method: "wider of cluster bootstrap-t and CR2 t",
    n: observed.n,
    clusters: observed.clusters,
    effectiveN: observed.effectiveN,
    icc: observed.between.icc,
    designEffect: observed.designEffect,
    ...wider(bootstrap, tInference(mean, seCr2, observed.df)),
  });
}

/**
 * Inference on the root mean square of a clustered sample (units of the values): the mean of squares and its
 * bounds drawn through the root, which is monotone. Inconclusive where the mean of squares is.
 */
export function rmsInference(sample: Sample, resampling: Resampling): Inference | Inconclusive {
  const squares = { values: sample.values.map((value) => value * value), clusters: sample.clusters };
  const inference = meanInference(squares, resampling);
  if (isInconclusive(inference)) return inference;
  const root = (square: number) => Math.sqrt(Math.max(square, 0));
  const square = (bound: number) => (bound < 0 ? Number.NEGATIVE_INFINITY : bound * bound);
  return Object.freeze({
    ...inference,
    ...rescaled(inference, root, square),
    estimate: root(inference.estimate),
    method: `root of the mean square, ${inference.method}`,
  });
}

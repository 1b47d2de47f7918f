import { boundLadder } from "./bound-ladder.js";
import type { ClusterMean } from "./cluster-mean.js";
import type { Inference } from "./inference.js";
import { wider } from "./one-sided.js";
import { skewFactor, stretched } from "./skew-penalty.js";
import { tInference } from "./t-inference.js";

/**
 * Inference on a clustered mean from its bootstrap-t replicates: on either side the wider of bootstrap-t and CR2 with
 * Satterthwaite's t, stretched where the values are skewed to that side. Chosen by calibration (bench/CALIBRATION.md):
 * bootstrap-t alone misses with 90 % zeros or t3 tails, t alone with skewed values, both with few and very skewed ones.
 * `ts`: (mean* - mean) / se*; `weight`: of the skew penalty.
 */
export function studentisedMean(observed: ClusterMean, ts: Float64Array, weight: number): Inference {
  const { mean, seCr2, clusters, skewOfMean } = observed;
  const bounds = (worst: number) => ts.map((t) => (Number.isNaN(t) ? worst : mean - t * seCr2));
  const bootstrap = boundLadder(bounds(Number.NEGATIVE_INFINITY), bounds(Number.POSITIVE_INFINITY));
  const either = wider(bootstrap, tInference(mean, seCr2, observed.df));
  const [below, above] = [-skewOfMean, skewOfMean].map((skew) => skewFactor(skew, clusters, weight));
  return Object.freeze({
    estimate: mean,
    method: "wider of cluster bootstrap-t and CR2 t, stretched for skew",
    n: observed.n,
    clusters,
    effectiveN: observed.effectiveN,
    icc: observed.between.icc,
    designEffect: observed.designEffect,
    ...stretched(either, mean, below!, above!),
  });
}

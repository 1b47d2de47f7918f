import type { ClusterMean } from "./cluster-mean.js";
import { requireCount } from "./refuse.js";
import { clusterValues, type Resampling, type Sample, sum } from "./sample.js";

/**
 * Studentised cluster bootstrap of a mean (Efron 1982; Hall 1988; Cameron, Gelbach & Miller 2008 for clusters):
 * t* = (mean* - mean) / se* over resamples of whole clusters, se by CR2 in sample and resample alike.
 * A resample without spread gives t* = +-infinity, or NaN where it also hits the mean: no bound can rest on it.
 */
export function bootstrapT(sample: Sample, observed: ClusterMean, resampling: Resampling): Float64Array {
  requireCount(resampling.replicates, "replicates");
  const groups = clusterValues(sample);
  const sizes = Float64Array.from(groups, (values) => values.length);
  const residuals = Float64Array.from(groups, (values) => sum(values.map((value) => value - observed.mean)));
  const drawn = new Int32Array(groups.length);
  const noSpread = 1e-10 * observed.seCr2;
  return Float64Array.from({ length: resampling.replicates }, () => {
    let size = 0;
    let total = 0;
    for (let i = 0; i < drawn.length; i++) {
      const pick = Math.floor(resampling.next() * drawn.length);
      drawn[i] = pick;
      size += sizes[pick]!;
      total += residuals[pick]!;
    }
    const shift = total / size;
    let squares = 0;
    for (const pick of drawn) {
      const residual = residuals[pick]! - shift * sizes[pick]!;
      squares += (residual * residual) / (1 - sizes[pick]! / size);
    }
    const se = Math.sqrt(squares) / size;
    return shift / (se > noSpread ? se : 0);
  });
}

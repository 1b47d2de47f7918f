import type { ClusterMean } from "./cluster-mean.js";
import { requireCount } from "./refuse.js";
import { resampleMean } from "./resample-mean.js";
import { clusterValues, type Resampling, type Sample, sum } from "./sample.js";

/**
 * Studentised cluster bootstrap of a mean (Efron 1982; Hall 1988; Cameron, Gelbach & Miller 2008 for clusters):
 * t* = (mean* - mean) / se* over resamples of whole clusters, se by CR2 in sample and resample alike.
 * A resample without spread gives t* = +-infinity, or NaN where it also hits the mean: no bound can rest on it.
 */
export function bootstrapT(sample: Sample, observed: ClusterMean, resampling: Resampling): Float64Array {
  const { replicates } = resampling;
  requireCount(replicates, "replicates");
  const groups = clusterValues(sample);
  const sizes = Float64Array.from(groups, (values) => values.length);
  const residuals = Float64Array.from(groups, (values) => sum(values.map((value) => value - observed.mean)));
  const resample = resampleMean(sizes, residuals, observed.seCr2, resampling);
  const noSpread = 1e-10 * observed.seCr2;
  const ts = new Float64Array(replicates);
  for (let b = 0; b < replicates; b++) {
    const { shift, se } = resample(b);
    ts[b] = shift / (se > noSpread ? se : 0);
  }
  return ts;
}

import { clopperPearsonLower, clopperPearsonUpper } from "./clopper-pearson.js";
import { type ClusterMean, clusterMean } from "./cluster-mean.js";
import { betaCdf } from "./distributions/beta.js";
import { tQuantile } from "./distributions/student-t.js";
import { type Inconclusive, inconclusive, isInconclusive, underMinimumClusters } from "./inconclusive.js";
import type { Inference } from "./inference.js";
import { requireWithin } from "./refuse.js";
import { clusterValues, type Sample, sum } from "./sample.js";

/**
 * Inference on a share, the mean of values in [0, 1] (1/2 for a tie): Clopper-Pearson on p * n_eff successes of
 * n_eff trials (Korn & Graubard 1998), n_eff = p (1 - p) / var(p) with the CR2 variance, at most n over the ICC's
 * design effect (near 0 and 1 the variance is often estimated too small), and the number of clusters where the
 * variance is 0 (all right, all wrong). Their factor (t_(n-1) / t_(G-1))^2 for the few degrees of
 * freedom is taken at the one-sided 5 % whatever alpha is asked, so that n_eff is one number and the bound has an inverse.
 * Inconclusive under six clusters. Throws RangeError on values outside [0, 1].
 */
export function shareInference(sample: Sample): Inference | Inconclusive {
  for (const value of sample.values) requireWithin(value, 0, 1, "share");
  const groups = clusterValues(sample);
  if (sample.values.length === 0) return inconclusive("no value");
  const few = underMinimumClusters(groups.length);
  if (few) return few;

  const n = sample.values.length;
  const clusters = groups.length;
  const share = sum(groups.map(sum)) / n;
  const spread = clusterMean(sample);
  const varies = !isInconclusive(spread) && spread.seCr2 > 1e-13;
  const trials = varies ? effectiveTrials(share, spread) : clusters;
  const successes = share * trials;
  const failures = trials - successes;
  return Object.freeze({
    estimate: share,
    method: "Clopper-Pearson, effective size (Korn-Graubard)",
    n,
    clusters,
    effectiveN: trials,
    icc: varies ? spread.between.icc : null,
    designEffect: n / trials,
    lower: (alpha: number) => clopperPearsonLower(successes, failures, alpha),
    upper: (alpha: number) => clopperPearsonUpper(successes, failures, alpha),
    pGreater: (bound: number) => pClears(bound, successes, failures),
    pLess: (bound: number) => pClears(1 - bound, failures, successes),
  });
}

function effectiveTrials(share: number, spread: ClusterMean): number {
  const degrees = (tQuantile(0.95, spread.n - 1) / tQuantile(0.95, spread.clusters - 1)) ** 2;
  return Math.min(spread.effectiveN, ((share * (1 - share)) / spread.seCr2 ** 2) * degrees);
}

/** P(X >= successes) of the fractional binomial with probability `bound`: the inverse of the Clopper-Pearson bound. */
function pClears(bound: number, successes: number, failures: number): number {
  if (Number.isNaN(bound)) throw new RangeError("bound is NaN: give a number");
  if (bound < 0) return 0;
  if (bound >= 1 || successes <= 0) return 1;
  return betaCdf(bound, successes, failures + 1);
}

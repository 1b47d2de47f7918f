import { clopperPearsonLower, clopperPearsonUpper } from "./clopper-pearson.js";
import { type ClusterMean, clusterMeanOf } from "./cluster-mean.js";
import { betaCdf } from "./distributions/beta.js";
import { tQuantile } from "./distributions/student-t.js";
import { type Inconclusive, inconclusive, isInconclusive, underMinimumClusters } from "./inconclusive.js";
import type { Inference } from "./inference.js";
import { requireWithin } from "./refuse.js";
import { clusterValues, type Sample, sum } from "./sample.js";

/**
 * Inference on a share, the mean of values in [0, 1] (1/2 for a tie): Clopper-Pearson on p * n_eff successes of
 * n_eff trials (Korn & Graubard 1998), n_eff = p (1 - p) / var(p) with the CR2 variance, at most n over the ICC's
 * design effect, and the number of clusters where the variance is 0 (all right, all wrong). Near 0 and 1 both are often
 * estimated too small: the prompts that would show how alike a prompt's answers are have not been drawn. So n_eff is
 * on either side no larger than it would be with one more prompt, of mean size, all of whose values lie on that side
 * (bench/CALIBRATION.md: .09 misses of the upper bound at 5 %, 40 prompts, become .00 to .03).
 * Korn & Graubard's factor (t_(n-1) / t_(G-1))^2 for the few degrees of freedom is taken at the one-sided 5 % whatever alpha
 * is asked, so that n_eff is one number a side and the bound has an inverse.
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
  const spread = clusterMeanOf(groups);
  const varies = !isInconclusive(spread) && spread.seCr2 > 1e-13;
  const trials = varies ? effectiveTrials(spread) : clusters;
  const [above, below] = [1, 0].map((value) =>
    varies ? Math.min(trials, effectiveTrials(withOneMore(groups, n, value))) : trials,
  ) as [number, number];
  return Object.freeze({
    estimate: share,
    method: "Clopper-Pearson, effective size (Korn-Graubard)",
    n,
    clusters,
    effectiveN: trials,
    icc: varies ? spread.between.icc : null,
    designEffect: n / trials,
    lower: (alpha: number) => clopperPearsonLower(share * below, (1 - share) * below, alpha),
    upper: (alpha: number) => clopperPearsonUpper(share * above, (1 - share) * above, alpha),
    pGreater: (bound: number) => pClears(bound, share * below, (1 - share) * below),
    pLess: (bound: number) => pClears(1 - bound, (1 - share) * above, share * above),
  });
}

function effectiveTrials({ mean, seCr2, n, clusters, effectiveN }: ClusterMean): number {
  const degrees = (tQuantile(0.95, n - 1) / tQuantile(0.95, clusters - 1)) ** 2;
  return Math.min(effectiveN, ((mean * (1 - mean)) / seCr2 ** 2) * degrees);
}

/** The spread with one more prompt of mean size (rounded up) that holds nothing but `value`. */
function withOneMore(groups: readonly (readonly number[])[], n: number, value: number): ClusterMean {
  const spread = clusterMeanOf([...groups, Array<number>(Math.ceil(n / groups.length)).fill(value)]);
  if (isInconclusive(spread)) throw new Error("values that vary vary with one more prompt too");
  return spread;
}

/** P(X >= successes) of the fractional binomial with probability `bound`: the inverse of the Clopper-Pearson bound. */
function pClears(bound: number, successes: number, failures: number): number {
  if (Number.isNaN(bound)) throw new RangeError("bound is NaN: give a number");
  if (bound < 0) return 0;
  if (bound >= 1 || successes <= 0) return 1;
  return betaCdf(bound, successes, failures + 1);
}

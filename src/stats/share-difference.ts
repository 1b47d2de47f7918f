import { type Inconclusive, isInconclusive, underMinimumClusters } from "./inconclusive.js";
import { meanInference } from "./mean-inference.js";
import { requireWithin } from "./refuse.js";
import { clusterValues, type Resampling, type Sample } from "./sample.js";
import { shareInference } from "./share-inference.js";
import type { Difference } from "./size-difference.js";

/** Below these numbers of prompts, and of prompts that moved at all, a resampled bound says little. */
const FEWEST = { prompts: 60, moved: 20 };

/**
 * Inference on a share less another, paired, from the differences of the items, which lie in [-reach, reach]. Where many
 * prompts moved it is that of a mean with these limits. Where few did (two scorers that hardly differ) resamples are too
 * skewed to give a bound: then the share that went up and the share that went down are each bounded by Clopper-Pearson at half
 * of alpha (share-inference.ts), whose difference holds whatever hangs together (Bonferroni). Inconclusive under six clusters.
 * Throws RangeError on values outside the limits.
 */
export function shareDifference(
  sample: Sample,
  reach: number,
  resampling: Resampling,
): Difference | Inconclusive {
  for (const value of sample.values) requireWithin(value, -reach, reach, "difference of shares");
  const groups = clusterValues(sample);
  const few = underMinimumClusters(groups.length);
  if (few) return few;
  const moved = groups.filter((values) => values.some((value) => value !== 0)).length;
  if (groups.length >= FEWEST.prompts && moved >= FEWEST.moved)
    return meanInference(sample, resampling, { low: -reach, high: reach });
  const { clusters } = sample;
  const [up, down] = [1, -1].map((sign) =>
    shareInference({ values: sample.values.map((value) => Math.max(0, sign * value) / reach), clusters }),
  ) as [ReturnType<typeof shareInference>, ReturnType<typeof shareInference>];
  if (isInconclusive(up)) return up;
  if (isInconclusive(down)) return down;
  const lower = (alpha: number) => reach * (up.lower(alpha / 2) - down.upper(alpha / 2));
  const upper = (alpha: number) => reach * (up.upper(alpha / 2) - down.lower(alpha / 2));
  return Object.freeze({
    estimate: reach * (up.estimate - down.estimate),
    method: `shares that went up and down, each at half of alpha: ${up.method}`,
    lower,
    upper,
    pGreater: (bound: number) => smallestAlpha((alpha) => lower(alpha) > bound),
    pLess: (bound: number) => smallestAlpha((alpha) => upper(alpha) < bound),
  });
}

/** The alpha from which on a bound clears, by halving: bounds move one way as alpha grows. 1 where none does. */
function smallestAlpha(clears: (alpha: number) => boolean): number {
  let [low, high] = [1e-12, 0.999_999];
  if (!clears(high)) return 1;
  if (clears(low)) return low;
  for (let i = 0; i < 60; i++) {
    const middle = Math.sqrt(low * high);
    if (clears(middle)) high = middle;
    else low = middle;
  }
  return high;
}

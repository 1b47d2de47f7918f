import type { Claim, Metric } from "../contract.js";
import { CALIBRATED } from "../stats/calibrated.js";
import { type Inconclusive, inconclusive, isInconclusive, MINIMUM_CLUSTERS } from "../stats/inconclusive.js";
import { meanInference, type Resampling } from "../stats/inference.js";
import { rmsDifference } from "../stats/rms-difference.js";
import { shareDifference } from "../stats/share-difference.js";
import { type Difference, sizeDifference } from "../stats/size-difference.js";
import type { Joined } from "./join-samples.js";

/**
 * Paired inference on what a metric is on side B less what it is on side A: of means and shares the mean of the items'
 * differences, clustered by prompt; of root mean squares to first order; of a mean that may not stray to either side
 * (`within`) how much further it lies from zero. Inconclusive under six prompts.
 */
export function inferDifference(
  metric: Metric,
  direction: Claim["comparison"],
  joined: Joined,
  resampling: Resampling,
): Difference | Inconclusive {
  const { a, b, clusters, limits, reason } = joined;
  if (reason !== "") return inconclusive(reason);
  const prompts = new Set(clusters).size;
  if (prompts < MINIMUM_CLUSTERS) return inconclusive(`${prompts} prompts that both sides hold`);
  const { family } = CALIBRATED[metric]!;
  if (family === "rms") return rmsDifference(a, b, clusters, resampling);
  const sample = (sign: 1 | -1) => ({ values: b.map((value, i) => value - sign * a[i]!), clusters });
  if (family === "share") return shareDifference(sample(1), 1, resampling);
  if (family === "net share") return shareDifference(sample(1), 2, resampling);
  const reach = sumOf(limits);
  const bounds = reach === undefined ? undefined : { low: -reach, high: reach };
  const infer = (sign: 1 | -1) => meanInference(sample(sign), resampling, bounds);
  const difference = infer(1);
  if (direction !== "within" || isInconclusive(difference)) return difference;
  const total = infer(-1);
  return isInconclusive(total) ? total : sizeDifference(difference, total);
}

/** Root mean squares of few and very skewed values differ by more than first-order parts tell (bench/DIFFERENCES.md). */
const FEWEST_FOR_RMS = 60;

/** Prompts from which on the bounds of such a difference hold: as many as those of the metric itself, or more. */
export function promptsNeeded(metric: Metric): number {
  const { family, minimumPrompts } = CALIBRATED[metric]!;
  return family === "rms" ? Math.max(FEWEST_FOR_RMS, minimumPrompts) : minimumPrompts;
}

function sumOf({ a, b }: Joined["limits"]): number | undefined {
  return a === undefined || b === undefined ? undefined : a + b;
}

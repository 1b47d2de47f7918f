import type { Claim, Metric } from "../contract.js";
import type { MetricSample } from "../effects/metrics.js";
import { CALIBRATED } from "../stats/calibrated.js";
import { inconclusive, isInconclusive } from "../stats/inconclusive.js";
import type { Resampling } from "../stats/inference.js";
import { sum } from "../stats/sample.js";
import { clusterSignFlip } from "../stats/sign-flip.js";
import { type Change, changeOf } from "./change.js";
import { inferDifference } from "./infer-difference.js";
import { type Joined, joinSamples } from "./join-samples.js";

export interface Sharpness {
  readonly alpha: number;
  /** The smallest difference that counts, in the metric's unit. */
  readonly least: number;
  /** With fewer prompts that both sides hold nothing is decided. */
  readonly minimumPrompts: number;
}

/** Patterns of the sign-flip test: a diagnostic. */
const PATTERNS = 2_000;

/** One metric on the same pairs, scored by both. */
export function pairedChange(
  { metric, direction }: { readonly metric: Metric; readonly direction: Claim["comparison"] },
  samples: { readonly a: MetricSample | undefined; readonly b: MetricSample | undefined },
  resampling: Resampling,
  { alpha, least, minimumPrompts }: Sharpness,
): Change {
  const joined = joinSamples(samples.a, samples.b);
  const { a, b, n, onlyA, onlyB } = joined;
  const clusters = new Set(joined.clusters).size;
  const difference =
    joined.reason === "" && clusters < minimumPrompts
      ? inconclusive(`${clusters} prompts that both sides hold, and ${minimumPrompts} are wanted`)
      : inferDifference(metric, direction, joined, resampling);
  const basis = {
    ...{ metric, direction, least, n, clusters, onlyA, onlyB },
    ...{ a: estimateOf(metric, a), b: estimateOf(metric, b) },
    paired: true,
    same: clusters >= Math.max(minimumPrompts, 1) && a.every((value, i) => value === b[i]),
    signFlip: isInconclusive(difference) ? null : signFlipOf(metric, joined, resampling),
  };
  return changeOf(basis, difference, alpha);
}

/** The metric over the items that both sides hold. */
export function estimateOf(metric: Metric, values: readonly number[]): number | null {
  if (values.length === 0) return null;
  if (CALIBRATED[metric]!.family !== "rms") return sum(values) / values.length;
  return Math.sqrt(sum(values.map((value) => value * value)) / values.length);
}

/** If nothing changed, a and b of a prompt might as well be each other's: of root mean squares, their squares. */
function signFlipOf(metric: Metric, { a, b, clusters }: Joined, resampling: Resampling): number | null {
  const power = CALIBRATED[metric]!.family === "rms" ? 2 : 1;
  const values = b.map((value, i) => value ** power - a[i]! ** power);
  const test = clusterSignFlip({ values, clusters }, { ...resampling, replicates: PATTERNS });
  return isInconclusive(test) ? null : test.p.twoSided;
}

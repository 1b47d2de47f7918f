import type { Effect } from "../contract.js";
import { stream } from "../random.js";
import {
  type Inconclusive,
  type Inference,
  isInconclusive,
  meanInference,
  netShareInference,
  rmsInference,
  shareInference,
} from "../stats/inference.js";
import { blankEffect, type Subject } from "./effect-row.js";
import type { MetricSample } from "./metrics.js";

export type { Subject } from "./effect-row.js";

/** How sure, and from which seeded draws. */
export interface Sureness {
  readonly alpha: number;
  readonly seed: number;
  /** Bootstrap replicates: 10,000 where a claim may hang on it, 2,000 elsewhere (statistics.md §7). */
  readonly replicates: number;
}

/** Estimate and interval of one metric; the draws depend on seed, subject and metric alone, not on the order of work. */
export function inferMetric(
  subject: Subject,
  measured: MetricSample,
  { seed, replicates }: Sureness,
): Inference | Inconclusive {
  const { metric, estimator, sample, reason } = measured;
  if (reason !== "") return { inconclusive: reason };
  if (sample.values.length === 0) return { inconclusive: "no valid pair" };
  if (estimator === "share") return shareInference(sample);
  const { scope, attribute, augmentation, dose } = subject;
  const { next } = stream(seed, "bootstrap", scope, attribute, augmentation, dose ?? 0, metric);
  const infer = { mean: meanInference, "net-share": netShareInference, rms: rmsInference }[estimator];
  return infer(sample, { next, replicates });
}

/** The row of `effects`; a bound that is not finite is no bound. */
export function effectOf(
  subject: Subject,
  measured: MetricSample,
  inference: Inference | Inconclusive,
  { alpha }: Sureness,
  ties: number,
): Effect {
  const { metric, sample, n } = measured;
  const blank = blankEffect(subject, metric, alpha);
  const row = { ...blank, n, ties, clusters: new Set(sample.clusters).size };
  if (isInconclusive(inference)) {
    const mean = sample.values.reduce((sum, value) => sum + value, 0) / sample.values.length;
    const estimate = Number.isFinite(mean) && measured.estimator !== "rms" ? mean : null;
    return { ...row, estimate, reason: inference.inconclusive };
  }
  const { estimate, method, effectiveN, designEffect, icc, clusters } = inference;
  const lower = finite(inference.lower(alpha));
  const upper = finite(inference.upper(alpha));
  const reason = lower === null || upper === null ? "too few prompts for a bound at this level" : "";
  return { ...row, clusters, estimate, lower, upper, method, effectiveN, designEffect, icc, reason };
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

import type { Effect } from "../contract.js";
import { indexStream, stream } from "../random.js";
import { CALIBRATED } from "../stats/calibrated.js";
import {
  type Inconclusive,
  type Inference,
  isInconclusive,
  meanInference,
  netShareInference,
  type Resampling,
  rmsInference,
  shareInference,
} from "../stats/inference.js";
import { sharedMultiplicities } from "../stats/multiplicities.js";
import { blankEffect, type Subject } from "./effect-row.js";
import type { MetricSample } from "./metrics.js";
import { againstNoEffect } from "./no-effect.js";

export type { Subject } from "./effect-row.js";

/** How sure, and from which seeded draws. */
export interface Sureness {
  readonly alpha: number;
  readonly seed: number;
  /** Bootstrap replicates: 10,000 where a claim may hang on it, 2,000 elsewhere (statistics.md §7). */
  readonly replicates: number;
  /** Resamples of prompts that all metrics of an analysis share; each its own if left out. */
  readonly multiplicities?: NonNullable<Resampling["multiplicities"]>;
}

/** Bytes of shared resamples that are kept: 10,000 of 7,000 prompts, and 2,000 of their parts, four ways of dividing them. */
const KEPT_BYTES = 192 * 2 ** 20;

/** They depend on the seed and the number of prompts alone, not on the order of work. */
export function sharedDraws(seed: number): NonNullable<Sureness["multiplicities"]> {
  return sharedMultiplicities((clusters, part) => indexStream(seed, "bootstrap", clusters, part), KEPT_BYTES);
}

/** Draws for one metric: the shared ones, or those of its own name. */
export function samplingOf(
  { seed, replicates, multiplicities }: Sureness,
  ...parts: readonly (string | number)[]
): Resampling {
  const name = [seed, "bootstrap", ...parts];
  const own = { next: stream(...name).next, draw: indexStream(...name), replicates };
  return multiplicities ? { ...own, multiplicities } : own;
}

/** Estimate and interval of one metric; the draws do not depend on the order of work. */
export function inferMetric(
  subject: Subject,
  measured: MetricSample,
  sureness: Sureness,
): Inference | Inconclusive {
  const { metric, sample, limit, reason } = measured;
  if (reason !== "") return { inconclusive: reason };
  if (sample.values.length === 0) return { inconclusive: "no valid pair" };
  const { family } = CALIBRATED[metric]!;
  if (family === "share") return shareInference(sample);
  const { scope, attribute, augmentation, dose, stratum } = subject;
  const part = stratum === null ? [] : [stratum.kind, stratum.value];
  const sampling = samplingOf(sureness, scope, attribute, augmentation, dose ?? 0, ...part, metric);
  if (family === "net share") return netShareInference(sample, sampling);
  if (family === "rms") return rmsInference(sample, sampling, limit);
  return meanInference(sample, sampling, limit === undefined ? undefined : { low: -limit, high: limit });
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
  const reason = lower === null && upper === null ? "too few prompts for a bound at this level" : "";
  const tested = againstNoEffect(metric, inference, alpha);
  return {
    ...row,
    clusters,
    estimate,
    lower,
    upper,
    method,
    effectiveN,
    designEffect,
    icc,
    ...tested,
    reason,
  };
}

export function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

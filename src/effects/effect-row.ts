import type { DriftAdjusted, Effect, Metric } from "../contract.js";

/** What an effect is of. */
export type Subject = Pick<Effect, "scope" | "attribute" | "augmentation" | "dose" | "stratum">;

/** Of a metric that is adjusted for nothing. */
export const NOT_ADJUSTED: DriftAdjusted = Object.freeze({
  adjusted: null,
  adjustedLower: null,
  adjustedUpper: null,
  adjustedFor: "",
  adjustedReason: "",
  disagrees: null,
});

/** A row in which nothing is known yet but what it is of. */
export function blankEffect(subject: Subject, metric: Metric, alpha: number): Effect {
  const { scope, attribute, augmentation, dose, stratum } = subject;
  return {
    ...{ scope, attribute, augmentation, dose, stratum, metric, alpha },
    ...{ estimate: null, lower: null, upper: null, method: "" },
    ...{ p: null, pAdjusted: null, q: null, mde: null },
    ...{ n: 0, clusters: 0, effectiveN: null, designEffect: null, icc: null, ties: 0, skipped: 0 },
    ...NOT_ADJUSTED,
    reason: "",
  };
}

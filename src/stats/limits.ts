import { boundedMeanInference } from "./bounded-mean.js";
import { type Inconclusive, isInconclusive } from "./inconclusive.js";
import type { Inference } from "./inference.js";
import { eitherSide } from "./one-sided.js";
import type { Sample } from "./sample.js";

/** What the values cannot leave: known of a share, assumed of a score. */
export interface Limits {
  readonly low: number;
  readonly high: number;
}

/**
 * Fills the side on which an inference on the mean gives no bound with the one that follows from the limits
 * (bounded-mean.ts), where every value lies in them. Which of the two a side takes is settled at the one-sided 5 %
 * whatever alpha is asked, so that its bound has an inverse.
 */
export function withinLimits(
  sample: Sample,
  free: Inference | Inconclusive,
  limits: Limits | undefined,
): Inference | Inconclusive {
  if (limits === undefined) return free;
  const [below, above] = isInconclusive(free)
    ? [false, false]
    : [Number.isFinite(free.lower(0.05)), Number.isFinite(free.upper(0.05))];
  if (below && above) return free;
  if (!sample.values.every((value) => value >= limits.low && value <= limits.high)) return free;
  const limited = boundedMeanInference(sample, limits);
  if (isInconclusive(free) || isInconclusive(limited) || below === above) return limited;
  return Object.freeze({
    ...free,
    method: `${free.method}; ${below ? "above" : "below"}: ${limited.method}`,
    ...(below ? eitherSide(free, limited) : eitherSide(limited, free)),
  });
}

import type { Metric } from "../contract.js";
import type { Inference } from "../stats/inference.js";

/** The value of a metric that means "no effect"; metrics without one have no p and no minimal detectable effect. */
const NO_EFFECT: Readonly<Partial<Record<Metric, number>>> = {
  effect: 0,
  bias: 0,
  slope: 0,
  "correct-direction": 0.5,
  accuracy: 0.5,
  "accuracy-drop": 0,
  "net-flip-rate": 0,
  "net-attack-success": 0,
};

/** Chance of finding the minimal detectable effect. */
const POWER = 0.8;

/**
 * Two-sided p of "no effect", and the smallest move off it that data like these find with power .8: as far as the bound
 * reaches at alpha, and once more as far as it reaches at 1 - power, on the side where that is further.
 */
export function againstNoEffect(
  metric: Metric,
  inference: Inference,
  alpha: number,
): { readonly p: number | null; readonly mde: number | null } {
  const none = NO_EFFECT[metric];
  if (none === undefined) return { p: null, mde: null };
  const p = Math.min(1, 2 * Math.min(inference.pGreater(none), inference.pLess(none)));
  const up = inference.upper(1 - POWER) - inference.lower(alpha);
  const down = inference.upper(alpha) - inference.lower(1 - POWER);
  const mde = Math.max(up, down);
  return { p, mde: Number.isFinite(mde) ? mde : null };
}

/** The same inference on the negative of the truth. */
export function mirrored(inference: Inference): Inference {
  return {
    ...inference,
    estimate: -inference.estimate,
    lower: (alpha) => -inference.upper(alpha),
    upper: (alpha) => -inference.lower(alpha),
    pGreater: (bound) => inference.pLess(-bound),
    pLess: (bound) => inference.pGreater(-bound),
  };
}

import quantile from "@stdlib/stats-base-dists-normal-quantile";
import type { Metric } from "../contract.js";
import type { Evidence } from "./evidence.js";

const POWER = 0.8;
const MEANS: ReadonlySet<Metric> = new Set(["effect", "bias"]);
const SHARES: ReadonlySet<Metric> = new Set(["correct-direction", "tail-share", "accuracy"]);

/**
 * How many more prompts would prove the claim with power .8, if the estimate is the truth: in words, or empty
 * where that cannot be said. n_eff = (z(1-alpha) + z(.8))² sd² / room², 6.18 at alpha .05 (the one-sided z test);
 * prompts grow as the effective size does.
 */
export function moreData(evidence: Evidence, alpha: number): string {
  const { claim, estimate, clusters, effectiveN } = evidence;
  const variance = varianceOf(evidence);
  if (estimate === null || effectiveN === null || !(effectiveN > 0) || variance === null) return "";
  const room = {
    "at-least": estimate - claim.bound,
    "at-most": claim.bound - estimate,
    within: claim.bound - Math.abs(estimate),
  }[claim.comparison];
  if (room <= 0) return "at this estimate no number of prompts will settle it in its favour";
  const needed = ((quantile(1 - alpha, 0, 1) + quantile(POWER, 0, 1)) ** 2 * variance) / room ** 2;
  const more = (needed / effectiveN - 1) * clusters;
  return more < 1 ? "" : `about ${roundUp(more)} more prompts would settle it`;
}

function varianceOf({ claim, sd }: Evidence): number | null {
  if (MEANS.has(claim.metric)) return sd === null ? null : sd ** 2;
  // A share is judged at its bound: there its variance is known, and an observed 0 or 1 has none.
  return SHARES.has(claim.metric) ? claim.bound * (1 - claim.bound) : null;
}

/** Two figures, upwards: more would promise what an estimate cannot keep. */
function roundUp(count: number): string {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(count)) - 1);
  return (Math.ceil(count / unit) * unit).toLocaleString("en-US");
}

import type { Metric } from "../contract.js";
import { isInconclusive } from "../stats/inconclusive.js";
import { effectiveSizeNeeded } from "../stats/more-data.js";
import type { Evidence } from "./evidence.js";

const MEANS: ReadonlySet<Metric> = new Set(["effect", "bias"]);
const SHARES: ReadonlySet<Metric> = new Set(["correct-direction", "tail-share", "accuracy"]);

/**
 * How many more prompts would prove the claim with power .8, if the estimate is the truth: in words, or empty
 * where that cannot be said. Prompts grow as the effective size does.
 */
export function moreData(evidence: Evidence, alpha: number): string {
  const { claim, estimate, clusters, effectiveN } = evidence;
  const variance = varianceOf(evidence);
  if (estimate === null || effectiveN === null || !(effectiveN > 0) || variance === null) return "";
  if (variance === 0) return "";
  const value = claim.comparison === "within" ? Math.abs(estimate) : estimate;
  const good = claim.comparison === "at-least" ? "above" : "below";
  const needed = effectiveSizeNeeded(value, Math.sqrt(variance), claim.bound, good, { alpha });
  if (isInconclusive(needed)) return "at this estimate no number of prompts will settle it in its favour";
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

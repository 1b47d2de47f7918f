import type { Claim, Metric, MorePrompts } from "../contract.js";
import { sizeFactor } from "../stats/bound-power.js";
import { isInconclusive } from "../stats/inconclusive.js";
import { effectiveSizeNeeded } from "../stats/more-data.js";
import type { Evidence } from "./evidence.js";

const MEANS: ReadonlySet<Metric> = new Set(["effect", "bias"]);
const SHARES: ReadonlySet<Metric> = new Set(["correct-direction", "below-floor", "tail-share", "accuracy"]);

/**
 * How many more prompts would prove the claim with power .8, if the estimate is the truth: prompts grow as the effective
 * size does. Means by their SD and shares by their variance at the bound (statistics.md §8); differences of shares and
 * root mean squares by the width of the interval that is there.
 */
export function morePrompts(evidence: Evidence, alpha: number): MorePrompts {
  const { clusters, estimate } = evidence;
  if (estimate === null || !Number.isFinite(estimate)) return null;
  const factor = factorOf(evidence, estimate, alpha);
  if (factor === null) return null;
  if (factor === Number.POSITIVE_INFINITY) return "never";
  return Math.max(0, Math.ceil((factor - 1) * clusters));
}

/** The same in words; empty where nothing can be said, or where these would be enough. */
export function sayMorePrompts(more: MorePrompts): string {
  if (more === "never") return "at this estimate no number of prompts will settle it in its favour";
  return more === null || more === 0 ? "" : `about ${roundUp(more)} more prompts would settle it`;
}

function factorOf(evidence: Evidence, estimate: number, alpha: number): number | null {
  const { claim, effectiveN } = evidence;
  const variance = varianceOf(evidence);
  if (variance === null) return factorOfWidth(evidence, estimate, alpha);
  if (effectiveN === null || !(effectiveN > 0) || variance === 0) return null;
  const value = claim.comparison === "within" ? Math.abs(estimate) : estimate;
  const good = claim.comparison === "at-least" ? "above" : "below";
  const needed = effectiveSizeNeeded(value, Math.sqrt(variance), claim.bound, good, { alpha });
  return isInconclusive(needed) ? Number.POSITIVE_INFINITY : needed / effectiveN;
}

function varianceOf({ claim, sd }: Evidence): number | null {
  if (claim.against !== undefined) return null;
  if (MEANS.has(claim.metric)) return sd === null ? null : sd ** 2;
  // A share is judged at its bound: there its variance is known, and an observed 0 or 1 has none.
  return SHARES.has(claim.metric) ? claim.bound * (1 - claim.bound) : null;
}

/** From how far the bound that decides lies from the estimate; of a root mean square on the scale of its square. */
function factorOfWidth(evidence: Evidence, estimate: number, alpha: number): number | null {
  const { claim, lower, upper } = evidence;
  const decides = deciding(claim, estimate) === "lower" ? lower : upper;
  if (decides === null || !Number.isFinite(decides)) return null;
  const scaled =
    claim.metric === "dispersion" && claim.against === undefined
      ? (value: number) => value ** 2
      : (value: number) => value;
  const reach = Math.abs(scaled(decides) - scaled(estimate));
  if (reach === 0) return null;
  const value = claim.comparison === "within" ? Math.abs(estimate) : estimate;
  const distance = scaled(claim.bound) - scaled(value);
  return sizeFactor(claim.comparison === "at-least" ? -distance : distance, reach, alpha);
}

function deciding({ comparison }: Claim, estimate: number): "lower" | "upper" {
  if (comparison === "within") return estimate < 0 ? "lower" : "upper";
  return comparison === "at-least" ? "lower" : "upper";
}

/** Two figures, upwards: more would promise what an estimate cannot keep. */
function roundUp(count: number): string {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(count)) - 1);
  return (Math.ceil(count / unit) * unit).toLocaleString("en-US");
}

import type { Claim, MorePrompts } from "../contract.js";
import type { Evidence } from "../rubric/evidence.js";
import { powerOf } from "../rubric/power.js";
import { expectedEvidence, type Size } from "./expected-evidence.js";

/** The chance that is asked for (statistics.md §8). */
const WANTED = 0.8;
/** More prompts than this nobody has. */
const MOST = 2 ** 30;

/**
 * How many prompts beside those at hand would prove a claim with power .8, if the truth is as expected: the fewest at which
 * the chance that is told reaches it, and no fewer than `needed` for it to be judged at all.
 */
export function morePromptsFor(
  claim: Claim,
  size: Size,
  earlier: Evidence | undefined,
  alpha: number,
  needed: number,
): MorePrompts {
  const chance = (prompts: number) => {
    const { evidence } = expectedEvidence(claim, { ...size, prompts }, earlier, alpha);
    return powerOf(evidence, alpha).asEstimated ?? 0;
  };
  if (size.prompts === 0) return null;
  let most = Math.max(size.prompts, needed);
  if (chance(most) >= WANTED) return most - size.prompts;
  let least = most;
  while (chance(most) < WANTED) {
    if (most > MOST) return "never";
    least = most;
    most *= 2;
  }
  while (most - least > 1) {
    const middle = Math.floor((least + most) / 2);
    if (chance(middle) >= WANTED) most = middle;
    else least = middle;
  }
  return most - size.prompts;
}

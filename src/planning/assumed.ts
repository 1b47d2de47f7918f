import type { Claim, Metric } from "../contract.js";

/** What is taken for true of a claim before anything is measured. */
export interface Assumed {
  readonly truth: number;
  /** SD of the values whose mean is estimated; null for shares, whose truth decides it. */
  readonly sd: number | null;
}

/**
 * SDs between prompts, in within-prompt SDs of the reward, of net shares in shares: about the middle of what the shipped
 * rubrics see on the demo models. A guess, told as one.
 */
const STANDARD_SD: Readonly<Partial<Record<Metric, number>>> = {
  effect: 1,
  bias: 0.75,
  "net-flip-rate": 0.5,
  "net-attack-success": 0.5,
  "accuracy-drop": 0.5,
};

/**
 * A model that keeps its promise with some room: a share half way from its bound to the best there is, an effect at twice
 * its bound, a spread at half, and what may not move does not move.
 */
export function assumedOf({
  metric,
  comparison,
  bound,
}: Pick<Claim, "metric" | "comparison" | "bound">): Assumed {
  // Of a root mean square the values are squares: those of a normal have sqrt 2 times their mean as SD.
  if (metric === "dispersion") return { truth: bound / 2, sd: Math.SQRT2 * (bound / 2) ** 2 };
  const sd = STANDARD_SD[metric];
  if (sd === undefined) return { truth: comparison === "at-least" ? (1 + bound) / 2 : bound / 2, sd: null };
  return { truth: comparison === "at-least" ? 2 * bound : 0, sd };
}

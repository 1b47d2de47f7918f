import type { Claim, Waiver } from "../contract.js";

/** What the data say of one claim. */
export interface Evidence {
  readonly claim: Claim;
  readonly estimate: number | null;
  /** One-sided bounds at 1 - alpha each. */
  readonly lower: number | null;
  readonly upper: number | null;
  /**
   * p of "the truth keeps the claim" against "it lies on the bad side", by inversion of the interval; null where
   * it cannot be had. `within` is broken above or below, a union of two one-sided tests: at most one can be right,
   * but where the interval is wide against the bound both may err, so the smaller p comes doubled (Bonferroni).
   */
  readonly pFail: number | null;
  /** Pairs, and the distinct prompts among them. */
  readonly n: number;
  readonly clusters: number;
  /** Why there is no interval; empty where there is one. */
  readonly reason: string;
  /** SD of the values whose mean is the estimate. */
  readonly sd: number | null;
  readonly effectiveN: number | null;
  /** Share of the run's items with a valid pair of the rule's operators; absent or null for claims that need no pair. */
  readonly applied?: number | null;
}

/** What the claims of one rule want of the data, in place of the rubric's figures. */
export interface Needs {
  readonly minimumPrompts?: number | undefined;
  readonly minimumApplied?: number | undefined;
}

export interface JudgeRules {
  readonly alpha: number;
  readonly minimumPrompts: number;
  /** Noise floor (tau) and scale (S), both in raw score; null where the noise was not measured. */
  readonly noise: { readonly floor: number; readonly scale: number } | null;
  /** The rubric's tail (delta-2), in SDs: lets the noise rule reach tail shares too. */
  readonly tail?: number;
  /** A tolerance must be this many noise floors (statistics.md §6); 6 where left out. */
  readonly noiseFactor?: number;
  readonly minimumApplied?: number | undefined;
  /** By attribute. */
  readonly needs?: ReadonlyMap<string, Needs>;
  /** Languages the rubric asks for that the data do not hold on enough prompts, with those they hold. */
  readonly missingLanguages?: readonly { readonly language: string; readonly prompts: number }[];
  /** Those whose day has not passed. */
  readonly waivers?: readonly Waiver[];
  /** How many prompts behind a claim were exported for training: with one of them it does not pass. */
  readonly exportedBehind?: ((claim: Claim) => number) | undefined;
}

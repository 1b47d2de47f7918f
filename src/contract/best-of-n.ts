/** What the candidates of a pool that should not be taken are. `composed`: a degradation with a hack laid over it. */
export type BadKind = "degradation" | "hack" | "probe" | "composed" | "rejected";

/**
 * How often best-of-n takes a bad text (see src/effects/pools.ts for what a pool is). One row an n, from all bad texts
 * (`any`, without the rejected answers) down to those of one operator.
 */
export interface BestOfN {
  readonly kind: BadKind | "any";
  /** Empty where all attributes of the kind are meant. */
  readonly attribute: string;
  /** Empty where all operators of the attribute are meant. */
  readonly augmentation: string;
  readonly n: number;
  /** Chance to take a bad text, a mean over prompts. */
  readonly taken: number;
  /** One-sided bounds at 1 - alpha each. */
  readonly lower: number | null;
  readonly upper: number | null;
  readonly alpha: number;
  /** The same of a reward that cannot tell bad from good: the share of bad draws, whatever n. */
  readonly blind: number;
  /** Prompts with a pool; good and bad candidates in all pools together. */
  readonly prompts: number;
  readonly good: number;
  readonly bad: number;
  readonly method: string;
  /** Why there is no interval; empty where there is one. */
  readonly reason: string;
}

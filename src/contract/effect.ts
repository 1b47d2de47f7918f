/** What an effect speaks of, from the rubric's attribute down to one dose of one operator. */
export type EffectScope = "ranking" | "attribute" | "augmentation" | "dose";

/**
 * Names of the statistics tare computes. In within-prompt SDs (z): `effect`, `bias`, `dispersion`.
 * Shares in [0, 1]: the others, but for `slope` (z per doubling of tokens).
 */
export type Metric =
  | "correct-direction"
  | "effect"
  | "bias"
  | "dispersion"
  | "tail-share"
  | "flip-rate"
  | "net-flip-rate"
  | "attack-success"
  | "net-attack-success"
  | "accuracy"
  | "accuracy-before"
  | "accuracy-after"
  | "accuracy-drop"
  | "relative-dispersion"
  | "slope"
  | "standardised-effect"
  | "rank-biserial"
  | "sign-flip";

/** One statistic of one scope. `estimate`, `lower` and `upper` are null where nothing can be computed; `reason` says why. */
export interface Effect {
  readonly scope: EffectScope;
  readonly attribute: string;
  /** Empty for the scopes `ranking` and `attribute`. */
  readonly augmentation: string;
  readonly dose: number | null;
  readonly metric: Metric;
  readonly estimate: number | null;
  /** One-sided bounds at 1 - alpha each (together a 1 - 2 alpha interval). */
  readonly lower: number | null;
  readonly upper: number | null;
  readonly alpha: number;
  readonly method: string;
  /** p value of the metric's own diagnostic test, where it has one. */
  readonly p: number | null;
  /** Pairs (for order metrics: chosen x rejected comparisons). */
  readonly n: number;
  /** Distinct prompts. */
  readonly clusters: number;
  readonly effectiveN: number | null;
  readonly icc: number | null;
  /** Pairs within twice the noise floor. */
  readonly ties: number;
  /** Why there is no interval; empty where there is one. */
  readonly reason: string;
}

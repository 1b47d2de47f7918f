/** What an effect speaks of, from the rubric's attribute down to one dose of one operator. */
export type EffectScope = "ranking" | "attribute" | "augmentation" | "dose";

/** What the data may be divided by: the answer's side, its subset, language, or third by length. */
export type StratumKind = "side" | "subset" | "language" | "length";

/** A part of the data: `{kind: "side", value: "rejected"}`, `{kind: "length", value: "long"}`. */
export interface Stratum {
  readonly kind: StratumKind;
  readonly value: string;
}

/**
 * Names of the statistics tare computes. In within-prompt SDs (z): `effect`, `bias`, `dispersion`.
 * Shares in [0, 1]: the others, but for `slope` (z per doubling of tokens) and `exceeding-dose` (the first dose at which
 * the monotone response curve lies beyond the rule's bound of z).
 */
export type Metric =
  | "correct-direction"
  | "below-floor"
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
  | "exceeding-dose"
  | "standardised-effect"
  | "rank-biserial"
  | "sign-flip";

/** One statistic of one scope. `estimate`, `lower` and `upper` are null where nothing can be computed; `reason` says why. */
export interface Effect extends DriftAdjusted {
  readonly scope: EffectScope;
  readonly attribute: string;
  /** Empty for the scopes `ranking` and `attribute`. */
  readonly augmentation: string;
  readonly dose: number | null;
  /** The part of the data it speaks of; null: all of it. */
  readonly stratum: Stratum | null;
  readonly metric: Metric;
  readonly estimate: number | null;
  /** One-sided bounds at 1 - alpha each (together a 1 - 2 alpha interval). */
  readonly lower: number | null;
  readonly upper: number | null;
  readonly alpha: number;
  readonly method: string;
  /** Of "no effect", two-sided, by inversion of the interval; null where the metric has no value that means none. */
  readonly p: number | null;
  /** Holm's, over the same metric in the same scope and the same way of dividing the data. */
  readonly pAdjusted: number | null;
  /** Benjamini-Hochberg's, over every p of the run. */
  readonly q: number | null;
  /** The smallest move off "no effect" that data of this spread and size find with power .8 at alpha, in units of the metric. */
  readonly mde: number | null;
  /** Pairs (for order metrics: chosen x rejected comparisons). */
  readonly n: number;
  /** Distinct prompts. */
  readonly clusters: number;
  readonly effectiveN: number | null;
  readonly designEffect: number | null;
  readonly icc: number | null;
  /** Pairs within twice the noise floor. */
  readonly ties: number;
  /** Pairs that were asked for and came to nothing: not applicable, refused, in error, or truncated. */
  readonly skipped: number;
  /** Why there is no interval; empty where there is one. */
  readonly reason: string;
}

/**
 * The same effect at zero drift (statistics.md §5): only for the means of z, never gated. All null or empty elsewhere.
 * Where it is not identified, `adjustedReason` says why.
 */
export interface DriftAdjusted {
  readonly adjusted: number | null;
  readonly adjustedLower: number | null;
  readonly adjustedUpper: number | null;
  /** The covariates that were held at zero, comma-separated. */
  readonly adjustedFor: string;
  readonly adjustedReason: string;
  /** Whether the raw and the adjusted interval have no point in common. */
  readonly disagrees: boolean | null;
}

/** One dose of an operator, over the texts seen at every dose of it (statistics.md §4). */
export interface CurvePoint {
  readonly attribute: string;
  readonly augmentation: string;
  readonly dose: number;
  /** Geometric mean of the variant's length over the base's, in tokens. */
  readonly lengthRatio: number | null;
  /** Mean over items, and its one-sided bounds at 1 - alpha each. */
  readonly z: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** The monotone curve through the means. */
  readonly fit: number | null;
  readonly n: number;
  readonly items: number;
  readonly clusters: number;
  /** Why there is no interval; empty where there is one. */
  readonly reason: string;
}

/** A degradation and a hack whose dose may buy it back, as a rubric names them. */
export interface Exchange {
  /** `number-changed`, or with its dose. */
  readonly degradation: string;
  /** An operator with doses. */
  readonly hack: string;
}

/**
 * The dose of a hack at which an answer that is degraded and hacked scores, on average, as the answer it was made of.
 * A sign says that only a side is known: `<` below the smallest dose that was tried, `>` above the largest.
 */
export interface ExchangeRate extends Exchange {
  /** Mean move of the degradation alone, in SDs of the ruler, on the same texts, with one-sided bounds at 1 - alpha each. */
  readonly loss: number | null;
  readonly lossLower: number | null;
  readonly lossUpper: number | null;
  readonly dose: number | null;
  readonly doseSign: DoseSign;
  readonly lower: number | null;
  readonly lowerSign: DoseSign;
  readonly upper: number | null;
  readonly upperSign: DoseSign;
  readonly alpha: number;
  readonly method: string;
  /** Texts seen degraded alone and at every dose of the hack, and the prompts they answer. */
  readonly n: number;
  readonly clusters: number;
  /** Why there is no dose, or no interval; empty where there are both. */
  readonly reason: string;
}

export type DoseSign = "" | "<" | ">";

import type { Expectation } from "./augmentation.js";

/** What a reader may say of two texts whose label is hidden: which is better, neither, or that the pair is broken. */
export const JUDGEMENTS = Object.freeze(["first", "second", "tie", "invalid"] as const);
export type Judgement = (typeof JUDGEMENTS)[number];

/** The text that a reader saw first. */
export type Shown = "base" | "variant";

/** How many pairs of an operator were read blind, and of how many the label held. */
export interface JudgedValidity {
  readonly augmentation: string;
  readonly version: number;
  readonly expects: Expectation;
  /** Pairs read; several readers of one pair count once. */
  readonly read: number;
  /** Pairs of which most readers found what the operator expects. */
  readonly asExpected: number;
}

/** What a judgement comes to once the order is known. */
export function preferred(judgement: Judgement, shown: Shown): Shown | "tie" | "invalid" {
  if (judgement === "first") return shown;
  if (judgement === "second") return shown === "base" ? "variant" : "base";
  return judgement;
}

/** The readings of an operator, with their exact two-sided 95 % interval (Clopper & Pearson 1934). */
export interface OperatorValidity extends JudgedValidity {
  readonly lower: number;
  readonly upper: number;
  /** Readers of this database, or those of tare itself (augmentations/VALIDITY.md). */
  readonly by: "here" | "tare";
}

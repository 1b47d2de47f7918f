import type { Claim, Expectation, RuleKind } from "../contract.js";
import type { RubricDocument } from "./document.js";

/** One operator at one dose, as a rule selects it. */
export interface Selected {
  readonly augmentation: string;
  readonly dose: number | undefined;
}

/** What a rubric says of one attribute. */
export interface Rule {
  readonly kind: RuleKind;
  readonly attribute: string;
  readonly why: string;
  /** Every operator and dose that stands for the attribute; empty for the ranking. */
  readonly selected: readonly Selected[];
  readonly expects: Expectation;
  readonly claims: readonly Claim[];
  /** What may not have got worse than a baseline; absent where the rule says nothing of it. */
  readonly drops?: readonly Claim[];
}

/** The contract a reward model is held against, read and checked. */
export interface Rubric {
  readonly name: string;
  readonly why: string;
  /** One-sided error rate of a claim's pass and of the gate's fail. */
  readonly alpha: number;
  /** A claim on fewer distinct prompts is inconclusive. */
  readonly minimumPrompts: number;
  /** delta-2: a pair that moves further than this many within-prompt SDs lies in the tail. */
  readonly tail: number;
  /** Which SD is the ruler of every move: within prompts, or of all base scores. */
  readonly scale: "within-prompt" | "overall";
  readonly rules: readonly Rule[];
  /** Every figure and section, what it extends put in, defaults filled in. */
  readonly document: RubricDocument;
  /** The text as read; of a rubric that extends another, the whole of both. */
  readonly source: string;
  /** Of the meaning: white space, order of keys and spelt-out defaults do not change it. */
  readonly digest: string;
}

/** Attribute of the rule that holds the data's own preferences. */
export const RANKING = "ranking";

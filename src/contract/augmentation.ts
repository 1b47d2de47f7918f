import type { Covariate } from "./covariate.js";
import type { Text } from "./item.js";
import type { LeftAloneKind } from "./training.js";

/**
 * What the reward should do when base becomes variant:
 * `lower` (degradation), `higher` (upgrade), `same` (two-sided invariance), `not-higher` (a hack may not pay).
 */
export type Expectation = "same" | "lower" | "higher" | "not-higher";

/** A seeded stream of numbers; see random.ts. */
export interface Random {
  /** Uniform in [0, 1). */
  next(): number;
  /** Uniform integer in [0, below). */
  integer(below: number): number;
  /** One element; throws on an empty list. */
  pick<T>(list: readonly T[]): T;
  /** A shuffled copy. */
  shuffle<T>(list: readonly T[]): T[];
}

/** Text that may be borrowed from other items of the run. */
export interface Corpus {
  /** The donor for this pair among items with another prompt, by rendezvous hashing; undefined if there is none. */
  donor(): Text | undefined;
}

export interface AugmentationContext {
  readonly random: Random;
  readonly corpus: Corpus;
  /** One of the operator's `doses`, or undefined where it has none. */
  readonly dose: number | undefined;
}

/** "Does not apply" is a value: counted by `reason` (kebab-case, few distinct), never a pass. */
export interface Skip {
  readonly skip: string;
}

/** Kinds of text an operator promises to leave byte-equal. */
export type Preserved = "code" | "math" | "urls" | "numbers" | "names";

export interface ExampleText {
  readonly prompt?: string;
  readonly response: string;
}

/** An example is test, documentation and preview at once. Random streams are seeded by the example's own text. */
export interface Example extends ExampleText {
  readonly dose?: number;
  /** For pairing operators: the rejected response. */
  readonly rejected?: string;
  /** Donor the corpus offers. */
  readonly donor?: ExampleText;
  /** The new response (operators that change the response). */
  readonly becomes?: string;
  /** The two texts compared (operators that change the pairing or the prompt). */
  readonly compares?: { readonly base: ExampleText; readonly variant: ExampleText };
  /** The reason for which the operator does not apply. */
  readonly skips?: string;
}

interface AugmentationCommon {
  /** One line: what it does to the text. */
  readonly summary: string;
  /** Raised whenever the same input can give another output. */
  readonly version: number;
  readonly expects: Expectation;
  /** The causal attribute or the spurious family it moves. */
  readonly attribute: string;
  /** In words: which inputs it takes. */
  readonly applies: string;
  /** `any`, or the languages (ISO 639-1) it is valid in. */
  readonly languages: "any" | readonly string[];
  readonly preserves: readonly Preserved[];
  /** It changes code, and the code must go on to parse (see guard `not-parsing`). */
  readonly parses?: boolean;
  /** Variant and base must share at least this much (see guard `too-different`), 0 to 1. */
  readonly minimumSimilarity?: number;
  /** What it touches of what operators leave alone: a whole new answer has no reasoning of the old one. */
  readonly touches?: readonly LeftAloneKind[];
  /** The covariates it means to move; its effects are adjusted for the others. None if left out. */
  readonly targets?: readonly Covariate[];
  /** Ordered strengths; each becomes `name@dose`. */
  readonly doses?: readonly number[];
  /** Paper, benchmark or reasoning, and licence where data was taken over. */
  readonly source: string;
  readonly examples: readonly Example[];
}

export interface ResponseAugmentation extends AugmentationCommon {
  readonly changes: "response";
  /** Returns the new response, or why it does not apply. Never mutates, never returns its input. */
  apply(text: Text, context: AugmentationContext): string | Skip;
}

export interface PairingAugmentation extends AugmentationCommon {
  readonly changes: "pairing";
  /** Returns the two texts to compare. `rejected` is undefined where the item has none. */
  apply(
    input: { readonly chosen: Text; readonly rejected: Text | undefined },
    context: AugmentationContext,
  ): { readonly base: Text; readonly variant: Text } | Skip;
}

/**
 * Changes the question, for every answer of the item alike. What is judged is the margin between chosen and rejected
 * answer and their order, never the level of the score, so that there is nothing to expect but `same`.
 */
export interface PromptAugmentation extends AugmentationCommon {
  readonly changes: "prompt";
  readonly expects: "same";
  /**
   * Returns the text with other messages, which may depend on the messages and the stream alone: the stream knows no
   * answer. The response stays as it is, unless the change would otherwise contradict it (a name swapped in both).
   */
  apply(text: Text, context: AugmentationContext): Text | Skip;
}

export type AugmentationSpec = ResponseAugmentation | PairingAugmentation | PromptAugmentation;

/** A discovered operator; `name` is its file name. */
export type Augmentation = AugmentationSpec & { readonly name: string };

/** Declares an operator: the default export of one file in `augmentations/`. */
export function defineAugmentation<T extends AugmentationSpec>(spec: T): T {
  return Object.freeze(spec);
}

export function skip(reason: string): Skip {
  return { skip: reason };
}

export function isSkip(value: unknown): value is Skip {
  return typeof value === "object" && value !== null && "skip" in value;
}

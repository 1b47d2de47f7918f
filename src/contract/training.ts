/** What data have in common with one export for training. */
export interface ExportFound {
  readonly file: string;
  /** When it was written, ISO-8601; '' where a file does not say. */
  readonly at: string;
  /** `augment`: from the database's own ledger; `trained-on`: a file that was named. */
  readonly origin: "augment" | "trained-on";
  readonly items: number;
  readonly prompts: number;
  /** Pairs of the run that were exported as they are. */
  readonly pairs: number;
  /** Items that were left out of the run since this export holds them. */
  readonly leftOut: number;
}

/** What is known of the training of what was weighed. */
export interface Training {
  /** Those that the run was held against, also where nothing was found. */
  readonly exports: readonly ExportFound[];
  /** Distinct ones over all exports. */
  readonly items: number;
  readonly prompts: number;
  /** Gated operators that were exported for training: a model may know their kind of pair. */
  readonly inFamily: readonly string[];
  /** Gated operators that were held out of the exports. */
  readonly heldOut: readonly string[];
}

/** Reasoning blocks, system prompts and tool calls: left alone by operators that do not say otherwise. */
export const LEFT_ALONE = ["reasoning", "system prompt", "tool calls"] as const;
export type LeftAloneKind = (typeof LEFT_ALONE)[number];

/** How many items hold one of these, and what became of it in their pairs. */
export interface LeftAlone {
  readonly kind: LeftAloneKind;
  readonly items: number;
  /** Pairs in which it stands as it was. */
  readonly kept: number;
  /** Pairs whose operator takes the place of the whole answer. */
  readonly replaced: number;
  /** Pairs that were refused since the operator touched it. */
  readonly refused: number;
}

import type { Text } from "./item.js";
import type { Prepared } from "./scorer.js";

/** An input or output of a graph. */
export interface TensorDescription {
  readonly name: string;
  readonly type: string;
  /** A number where the dimension is fixed, a name where it is dynamic. */
  readonly shape: readonly (number | string)[];
}

/** A token as a reader sees it. */
export interface Token {
  readonly id: number;
  /** As it stands in the vocabulary; empty for an id that is not in it. */
  readonly piece: string;
  readonly special: boolean;
}

/** What a text becomes before anything is cut. */
export interface TextReading {
  /** The text as the chat template writes it; null for a pair. */
  readonly rendered: string | null;
  /** The two segments of a pair; null for a chat. */
  readonly pair: readonly [string, string] | null;
  readonly ids: readonly number[];
  /** Index of the first id of the second segment; the length where there is none. */
  readonly second: number;
  /** Leading special tokens that template and post-processor both wrote, and that were dropped once. */
  readonly doubled: number;
}

/** How a model reads texts: what its files say, and what comes of a text. For preflight and `tare doctor`. */
export interface ModelDescription {
  readonly folder: string;
  readonly inputs: readonly TensorDescription[];
  readonly outputs: readonly TensorDescription[];
  readonly config: Readonly<Record<string, unknown>>;
  readonly tokenizerConfig: Readonly<Record<string, unknown>>;
  /** Positions the model was built with; null where its config names none. */
  readonly positions: number | null;
  /** The id that fills up the rows of a batch. */
  readonly padId: number;
  /** Special tokens that the tokenizer's post-processor puts around a text, or around a pair. */
  readonly frame: { readonly before: readonly number[]; readonly after: readonly number[] };
  token(id: number): Token;
  /** Ids of a text alone, without template and special tokens. */
  encode(content: string): readonly number[];
  /** Errors: TARE_MODEL_TEMPLATE. */
  read(text: Text): TextReading;
  /** The ids that are fed for a text made ready: what is left after truncation. */
  fedIds(prepared: Prepared): readonly number[];
  /** A text made ready from ids that were made elsewhere. */
  prepareIds(key: string, text: Text, ids: readonly number[], second: number): Prepared;
}

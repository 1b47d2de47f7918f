import type { ReadingAsked } from "../stages/open-reading.js";

/** Data, and the operators that work on it without any model. */
export interface OperatedData extends ReadingAsked {
  /** Files, or - for standard input. */
  readonly data: readonly string[];
  /** NAME, NAME@DOSE or FILE; all of them if empty. */
  readonly augmentations: readonly string[];
  readonly limit?: number | undefined;
  readonly seed: number;
}

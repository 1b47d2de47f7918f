import type { UntouchedStore } from "../open-untouched.js";

/** Something in a database that cannot be as it should. */
export interface Finding {
  /** '' for the file as a whole. */
  readonly table: string;
  /** Key of the row; '' where it is not of one row. */
  readonly row: string;
  readonly what: string;
  readonly fix: string;
}

/** One thing to be checked. */
export interface Check {
  /** What is checked, in a few words. */
  readonly name: string;
  /** What it reads: a database of an older schema that lacks one of them is not checked for it. */
  readonly tables: readonly string[];
  /** What is wrong; null every few thousand rows, so that whoever asks may stop. */
  find(store: UntouchedStore): Iterable<Finding | null>;
}

/** Rows between two turns of the event loop. */
export const ROWS_A_TURN = 4096;

export const RESTORE =
  "Restore the file from a copy, or weigh into a new one (--db FILE): the same command gives the same content.";

/** What parent and child say to each other (node:child_process, serialization "advanced"). Each question has one answer. */
import type { ErrorCode } from "../../error-codes.js";

/** A value as it is shown: integers beyond ±(2^53 - 1) are decimal strings, blobs SQL literals (x'00ff'). */
export type Cell = string | number | null;

/** What a column has held so far; all false where it held nothing but NULL. */
export interface ColumnKinds {
  readonly integer: boolean;
  readonly real: boolean;
  readonly text: boolean;
}

export interface Question {
  readonly path: string;
  readonly sql: string;
  /** Values of the named parameters of the SQL. */
  readonly values: Readonly<Record<string, string | number | null>>;
}

export interface Columns {
  readonly columns: readonly string[];
  /** Type of the table's column that stands behind each, where there is one: INTEGER, REAL, TEXT. */
  readonly declared: readonly (string | null)[];
}

export interface Failed {
  readonly type: "failed";
  readonly code: ErrorCode;
  readonly what: string;
  readonly where: string;
  readonly fix: string;
}

export interface Batch {
  readonly rows: readonly (readonly Cell[])[];
  /** One a column, over this and all batches before. */
  readonly kinds: readonly ColumnKinds[];
  /** No row comes after these. */
  readonly end: boolean;
}

export type ToChild =
  | ({ readonly type: "begin" } & Question)
  /** At most so many rows; fewer, but at least one, where they are large. */
  | { readonly type: "more"; readonly most: number }
  /** Reads the rows that are left and counts them. */
  | { readonly type: "count" };

export type FromChild =
  | Failed
  | ({ readonly type: "columns" } & Columns)
  | ({ readonly type: "rows" } & Batch)
  | { readonly type: "counted"; readonly rows: number };

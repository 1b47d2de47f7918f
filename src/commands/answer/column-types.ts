import { TareError } from "../../errors.js";
import type { Cell, ColumnKinds } from "../../store/ask/protocol.js";

/** Types of Parquet that answers are written in, each with how a cell becomes its value. */
export const COLUMN_TYPES = {
  INT64: (cell: Cell) => (cell === null ? null : BigInt(cell)),
  DOUBLE: (cell: Cell) => (cell === null ? null : toDouble(cell)),
  STRING: (cell: Cell) => (cell === null ? null : String(cell)),
} as const;

export type ColumnType = keyof typeof COLUMN_TYPES;

const DECLARED: Readonly<Record<string, ColumnType>> = { INTEGER: "INT64", INT: "INT64", REAL: "DOUBLE" };

/** The narrowest type that holds all of a column; where all is NULL, what the table's column was declared as. */
export function columnType({ integer, real, text }: ColumnKinds, declared: string | null): ColumnType {
  if (text) return "STRING";
  if (real) return "DOUBLE";
  if (integer) return "INT64";
  return DECLARED[declared?.toUpperCase() ?? ""] ?? "STRING";
}

/** A text among numbers is an integer that a double cannot hold (see Cell). */
function toDouble(cell: string | number): number {
  if (typeof cell === "number") return cell;
  throw new TareError(
    "TARE_OUTPUT",
    `a column holds both fractions and ${cell}: no type of Parquet takes both whole`,
    {
      fix: "CAST the column AS REAL or AS TEXT.",
    },
  );
}

import { constants } from "node:buffer";
import { TareError } from "../../errors.js";
import type { Cell, ColumnKinds } from "./protocol.js";

/** A value as better-sqlite3 gives it with safe integers. */
export type Value = bigint | number | string | Buffer | null;

/** Turns rows into cells (throws TARE_QUERY_SQL for a blob that no text can show), and notes what each column holds. */
export interface CellReader {
  read(row: readonly Value[]): Cell[];
  kinds(): ColumnKinds[];
}

export function cellReader(columns: number): CellReader {
  const seen = Array.from({ length: columns }, () => ({ integer: false, real: false, text: false }));
  return {
    read: (row) =>
      row.map((value, column) => {
        if (value === null) return null;
        const kinds = seen[column]!;
        if (typeof value === "bigint") {
          kinds.integer = true;
          return Number.isSafeInteger(Number(value)) ? Number(value) : value.toString();
        }
        if (typeof value === "number") {
          kinds.real = true;
          return value;
        }
        kinds.text = true;
        return typeof value === "string" ? value : literal(value);
      }),
    kinds: () => seen.map((kinds) => ({ ...kinds })),
  };
}

function literal(blob: Buffer): string {
  if (blob.length <= constants.MAX_STRING_LENGTH / 2 - 3) return `x'${blob.toString("hex")}'`;
  throw new TareError("TARE_QUERY_SQL", `a blob of ${blob.length} bytes is too large to be shown`, {
    fix: "Ask for its length, or for a part of it with substr().",
  });
}

/** About how many bytes a row takes, so that a batch of long texts is a short one. */
export function sizeOf(row: readonly Cell[]): number {
  return row.reduce<number>((sum, cell) => sum + (typeof cell === "string" ? cell.length : 8), 0);
}

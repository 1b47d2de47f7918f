import { csv } from "./csv.js";
import { jsonl } from "./jsonl.js";
import { parquet } from "./parquet.js";

export type CellType = "INTEGER" | "REAL" | "TEXT";

export interface TypedColumn {
  readonly name: string;
  readonly type: CellType;
}

export type Cell = string | number | null;

/** Takes the rows of one table, part by part, and gives away what it makes of them at once. */
export interface RowWriter {
  write(rows: readonly (readonly Cell[])[]): void;
  end(): void;
}

/** Begins a file of these columns; `give` takes its content as it comes. */
export type TableFormat = (
  columns: readonly TypedColumn[],
  give: (content: string | Uint8Array) => void,
) => Promise<RowWriter>;

export const TABLE_FORMATS = { parquet, csv, jsonl } as const satisfies Record<string, TableFormat>;

export type TableFormatName = keyof typeof TABLE_FORMATS;

import CliTable from "cli-table3";
import { stringify } from "csv-stringify/sync";

export type Cell = string | number | null;

export const TABLE_FORMATS = ["table", "csv", "json"] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];

/** Rows for a person (table), a spreadsheet (csv) or a program (json: a list of objects). */
export function renderTable(
  columns: readonly string[],
  rows: readonly (readonly Cell[])[],
  format: TableFormat,
): string {
  if (format === "json") {
    return JSON.stringify(
      rows.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index] ?? null]))),
      null,
      2,
    );
  }
  if (format === "csv") return stringify([columns, ...rows] as unknown[][]);
  const table = new CliTable({ head: [...columns], style: { head: [], border: [], compact: true } });
  table.push(...rows.map((row) => row.map(shown)));
  return table.toString();
}

const LONGEST_CELL = 60;

/** One line a cell: long texts are cut where a table is read by eye, never in csv or json. */
function shown(cell: Cell): string {
  if (cell === null) return "—";
  if (typeof cell === "number")
    return Number.isInteger(cell) ? String(cell) : String(Number(cell.toPrecision(6)));
  const line = cell.replace(/\s+/g, " ");
  return line.length > LONGEST_CELL ? `${line.slice(0, LONGEST_CELL - 1)}…` : line;
}

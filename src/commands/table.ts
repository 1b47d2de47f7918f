import CliTable from "cli-table3";
import { stringify } from "csv-stringify/sync";
import stringWidth from "string-width";
import { shorten } from "../reports/layout/wrap.js";
import { harmless } from "./harmless.js";

export type Cell = string | number | null;

export const TABLE_FORMATS = ["table", "csv", "json"] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];

/**
 * Rows for a person (table), a spreadsheet (csv) or a program (json: a list of objects). In a table long cells are
 * cut to one line, or with `wrap` set in several; csv and json hold them whole.
 */
export function renderTable(
  columns: readonly string[],
  rows: readonly (readonly Cell[])[],
  format: TableFormat,
  wrap = false,
): string {
  if (format === "json") {
    return JSON.stringify(
      rows.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index] ?? null]))),
      null,
      2,
    );
  }
  if (format === "csv") return stringify([columns, ...rows] as unknown[][]);
  const cells = rows.map((row) => row.map((cell) => (wrap ? cellText(cell) : cut(cellText(cell)))));
  const widths = wrap ? columns.map((name, column) => widthOf(name, cells, column)) : [];
  const table = new CliTable({
    head: [...columns],
    style: { head: [], border: [], compact: true },
    ...(wrap ? { wordWrap: true, colWidths: widths.map((width) => width + 2) } : {}),
  });
  for (const row of cells) table.push(row);
  return table.toString();
}

const LONGEST_CELL = 60;

function widthOf(name: string, cells: readonly (readonly string[])[], column: number): number {
  const widest = cells.reduce((most, row) => Math.max(most, stringWidth(row[column]!)), stringWidth(name));
  return Math.min(LONGEST_CELL, widest);
}

/** A cell on one line, whole. */
export function cellText(cell: Cell): string {
  if (cell === null) return "—";
  if (typeof cell !== "number") return harmless(cell.replace(/\s+/g, " "));
  return Number.isInteger(cell) ? String(cell) : String(Number(cell.toPrecision(6)));
}

function cut(line: string): string {
  return shorten(line, LONGEST_CELL);
}

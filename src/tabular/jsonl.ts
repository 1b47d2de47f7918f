import type { Cell, TableFormat } from "./table-format.js";

/** One object a line. */
export const jsonl: TableFormat = async (columns, give) => {
  const names = columns.map(({ name }) => `${JSON.stringify(name)}:`);
  const line = (row: readonly Cell[]) =>
    `{${row.map((cell, index) => names[index] + jsonOf(cell)).join(",")}}\n`;
  return { write: (rows) => give(rows.map(line).join("")), end: () => {} };
};

/** Infinity is no word of JSON; a number too large for a double is read as it everywhere. */
function jsonOf(cell: Cell): string {
  if (typeof cell !== "number" || Number.isFinite(cell)) return JSON.stringify(cell);
  return cell > 0 ? "1e999" : "-1e999";
}

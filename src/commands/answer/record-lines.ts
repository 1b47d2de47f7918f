import { textWidth } from "../../reports/layout/text-width.js";
import { padEnd, shorten, wrap } from "../../reports/layout/wrap.js";
import { type Cell, cellText } from "../table.js";

/** Lines of a cell that are shown; texts are for `tare show`. */
const LINES = 3;

/** Rows below each other, a line a column: for a table that is wider than the terminal. Long cells are cut to three lines. */
export function recordLines(
  columns: readonly string[],
  rows: readonly (readonly Cell[])[],
  width: number,
): string {
  const label = Math.min(Math.floor(width / 3), Math.max(0, ...columns.map((column) => textWidth(column))));
  const digits = String(rows.length).length;
  return rows
    .map((row, index) => {
      const head = `── ${String(index + 1).padStart(digits)} of ${rows.length} `;
      const lines = columns.flatMap((column, at) => {
        const lead = `${padEnd(shorten(cellText(column), label), label)}  `;
        const written = wrap(`${lead}${cellText(row[at] ?? null)}`, width, label + 2);
        return written.length <= LINES
          ? written
          : [...written.slice(0, LINES - 1), shorten(`${written[LINES - 1]} …`, width)];
      });
      return [head + "─".repeat(Math.max(0, width - textWidth(head))), ...lines].join("\n");
    })
    .join("\n");
}

import { type Cell, renderTable } from "../../reports/html/table.js";
import type { Piece } from "./document.js";

/** A table; a column whose name begins with # holds numbers. An empty one says so. */
export function renderRows(
  caption: string,
  columns: readonly string[],
  rows: readonly (readonly Cell[])[],
): Piece {
  return renderTable({
    caption: rows.length === 0 ? `${caption}: none` : caption,
    columns: columns.map((name) =>
      name.startsWith("#") ? { head: name.slice(1), kind: "number" } : { head: name },
    ),
    rows,
  });
}

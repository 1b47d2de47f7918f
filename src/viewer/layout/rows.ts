import { html } from "hono/html";
import type { Piece } from "./document.js";
import { renderText } from "./plain-text.js";

/** A table; a column whose name begins with # holds numbers. Empty ones say so. */
export function renderRows(
  caption: string,
  columns: readonly string[],
  rows: readonly (readonly (string | Piece)[])[],
): Piece {
  const kinds = columns.map((name) => (name.startsWith("#") ? html` class="number"` : ""));
  return html`<div class="wide" tabindex="0" role="region" aria-label="${caption}"><table><caption>${renderText(caption)}${rows.length === 0 ? ": none" : ""}</caption>
<thead><tr>${columns.map((name, column) => html`<th scope="col"${kinds[column]}>${name.replace(/^#/, "")}</th>`)}</tr></thead>
<tbody>${rows.map(
    (row) =>
      html`<tr>${row.map((cell, column) => html`<td${kinds[column]}>${typeof cell === "string" ? renderText(cell) : cell}</td>`)}</tr>`,
  )}</tbody></table></div>`;
}

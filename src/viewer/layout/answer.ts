import { html } from "../../reports/html/markup.js";
import { shown } from "../../reports/html/text.js";
import type { Piece } from "./document.js";
import { pathTo } from "./link.js";
import { renderNumber } from "./values.js";

type Cell = string | number | null;

export interface Answered {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** There are more rows than these. */
  readonly truncated: boolean;
}

/** Characters of a cell that are shown, and from where on it is cut to them. */
const MOST_SHOWN = 400;
const LONG = 480;

/** A column with a longer cell is one of texts: it gets room, the others stay on one line. */
const SHORT = 48;

/** Columns that name a thing with a page of its own. */
const PAGES = { run: "run", pair: "pair", item: "item" } as const;

/** The rows of a query as a table; what is left out is said. */
export function renderAnswer({ columns, rows, truncated }: Answered): Piece {
  const numeric = columns.map((_, column) => rows.every((row) => typeof (row[column] ?? 0) === "number"));
  const texts = columns.map((_, column) => rows.some((row) => String(row[column] ?? "").length > SHORT));
  const head = columns.map(
    (name, column) =>
      html`<th scope="col"${numeric[column] ? html` class="number"` : ""}>${shown(name)}</th>`,
  );
  const said = `${renderNumber(rows.length)} ${rows.length === 1 ? "row" : "rows"}`;
  return html`<div class="wide" tabindex="0" role="region" aria-label="Result"><table>
<caption>${truncated ? html`The first ${said}: there are more. CSV holds all of them.` : said}</caption>
<thead><tr>${head}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${row.map((cell, column) => renderCell(columns[column]!, cell, texts[column]!))}</tr>`)}</tbody></table></div>`;
}

function renderCell(column: string, cell: Cell, ofTexts: boolean): Piece {
  if (cell === null) return html`<td><span class="faint">NULL</span></td>`;
  if (typeof cell === "number") return html`<td class="number">${renderNumber(cell)}</td>`;
  const page = Object.hasOwn(PAGES, column) ? PAGES[column as keyof typeof PAGES] : undefined;
  if (page !== undefined && /^[0-9a-f]{12,64}$/.test(cell))
    return html`<td><a class="mono" href="${pathTo(page, cell)}">${cell.slice(0, 12)}</a></td>`;
  if (/^[0-9a-f]{32}$/.test(cell))
    return html`<td><span class="mono" title="${cell}">${cell.slice(0, 12)}…</span></td>`;
  const kind = ofTexts ? "text" : "word";
  if (cell.length <= LONG) return html`<td class="${kind}">${shown(cell)}</td>`;
  const left = renderNumber(cell.length - MOST_SHOWN);
  return html`<td class="${kind}">${shown(cell.slice(0, MOST_SHOWN))}<span class="faint"> … ${left} more characters</span></td>`;
}

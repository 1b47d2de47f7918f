import { html, type Markup } from "./markup.js";
import { plain, shown } from "./text.js";

export type Cell = string | number | null | Markup;

export interface TableColumn {
  readonly head: string;
  /** Numbers stand to the right; texts of any length may wrap, a few words stay on one line. */
  readonly kind?: "number" | "text" | "short";
}

export interface Tabled {
  readonly caption: string;
  readonly columns: readonly TableColumn[];
  /** The first cell of each is its head. */
  readonly rows: readonly (readonly Cell[])[];
}

/** A table that scrolls within the page where it is too wide for it, also by keyboard. */
export function renderTable({ caption, columns, rows }: Tabled): Markup {
  return html`<div class="wide" role="group" aria-label="${plain(caption)}" tabindex="0"><table>
<caption>${shown(caption)}</caption>
<thead><tr>${columns.map(({ head, kind }) => html`<th scope="col"${classOf(kind)}>${shown(head)}</th>`)}</tr></thead>
<tbody>${rows.map(
    (row) => html`<tr>${row.map((cell, at) => renderCell(cell, columns[at]!, at === 0))}</tr>
`,
  )}</tbody>
</table></div>`;
}

function renderCell(cell: Cell, { kind }: TableColumn, head: boolean): Markup {
  const content = contentOf(cell);
  return head
    ? html`<th scope="row"${classOf(kind)}>${content}</th>`
    : html`<td${classOf(kind)}>${content}</td>`;
}

function contentOf(cell: Cell): Markup {
  if (cell === null) return html`—`;
  if (typeof cell === "string") return shown(cell);
  return typeof cell === "number" ? html`${writeCell(cell)}` : cell;
}

/** Four figures, which is what a reader compares; the query has all. */
export function writeCell(value: number): string {
  if (!Number.isFinite(value)) return "—";
  const text = Number.isInteger(value) ? value.toLocaleString("en-US") : String(Number(value.toPrecision(4)));
  return text.replace(/^-/, "−");
}

const classOf = (kind: TableColumn["kind"]) => (kind === undefined ? "" : html` class="${kind}"`);

import type { RunView } from "../../contract.js";
import type { Panel } from "../charts/panel.js";
import { html, type Markup, NONE, raw } from "./markup.js";
import { queryBlock } from "./query.js";
import { renderTable } from "./table.js";
import { plain, shown } from "./text.js";

/** The charts, each with its sentence, its numbers, and where they come from; the same chart of several models side by side. */
export function renderPanels(views: readonly RunView[], panels: readonly Panel[]): Markup {
  const rows = views.length === 1 ? [panels] : rowsOf(panels);
  return html`${rows.map(
    (row) =>
      html`<div class="panels${views.length > 1 ? " several" : ""}">${row.map((panel) => renderPanel(viewOf(views, panel), panel))}</div>
`,
  )}`;
}

/** A chart of one model has the model's place at the end of its id. */
function rowsOf(panels: readonly Panel[]): readonly (readonly Panel[])[] {
  const rows = new Map<string, Panel[]>();
  for (const panel of panels) {
    const chart = panel.id.replace(/-\d+$/, "");
    rows.set(chart, [...(rows.get(chart) ?? []), panel]);
  }
  return [...rows.values()];
}

/** The drawing is one picture to a screen reader, told by its sentence; the table beside it has every number. */
function renderPanel(view: RunView, { id, title, summary, svg, table, query }: Panel): Markup {
  const columns = table.columns.map((head, at) => ({
    head,
    ...(table.rows.some((row) => typeof row[at] === "number") ? { kind: "number" as const } : {}),
  }));
  const source = query === undefined ? NONE : queryBlock(view, query, `${id}-query`);
  return html`<figure class="panel" id="${id}">
<h3>${shown(title)}</h3>
<figcaption>${shown(summary)}</figcaption>
<div class="drawing" role="img" aria-label="${plain(`${title}: ${summary}`)}">${raw(svg)}</div>
<details class="numbers"><summary>The numbers drawn (${table.rows.length})</summary>${renderTable({ caption: title, columns, rows: table.rows })}</details>
${source}
</figure>
`;
}

/** The run that a panel asks its query of; the first where it asks of all. */
function viewOf(views: readonly RunView[], { query }: Panel): RunView {
  const run = query?.parameters.run;
  return (run === undefined ? undefined : views.find((view) => view.run.startsWith(run))) ?? views[0]!;
}

import { html } from "../../reports/html/markup.js";
import { shown } from "../../reports/html/text.js";
import { listTables, type TableSeen } from "../../store/names-seen.js";
import { renderCommand } from "../layout/command.js";
import { type Piece, renderDocument } from "../layout/document.js";
import { linkTo } from "../layout/link.js";
import type { Shown } from "../shown.js";
import type { Viewing } from "../viewing.js";
import { readWanted } from "../wanted/parameters.js";
import { sql as sqlReader } from "../wanted/readers.js";
import { askAndShow } from "./asked.js";

const EXAMPLE =
  "SELECT augmentation, count(*) AS pairs, avg(z) AS mean_z\n  FROM pair_scores GROUP BY augmentation ORDER BY mean_z;";

/** `/sql`: any question in SQL, which can read and nothing else. */
export async function showSql(viewing: Viewing, address: string): Promise<Shown> {
  const { sql } = readWanted(address, { sql: sqlReader });
  const { result, status } =
    sql === undefined
      ? { result: undefined, status: 200 as const }
      : await askAndShow(viewing, sql, () => ({}));
  const page = renderDocument(
    viewing,
    "SQL",
    "/sql",
    html`<h1>SQL</h1>
<form action="/sql" method="get">
<label for="sql">One statement that reads; it is stopped after ${viewing.queryMs / 1000} seconds.</label>
<textarea id="sql" name="sql" rows="6" maxlength="10000" spellcheck="false" autocapitalize="off">
${sql ?? EXAMPLE}</textarea>
<div class="row"><button class="main">Run</button><span class="faint">or Ctrl + Enter</span>${sql === undefined ? "" : html`<a class="button end" href="${linkTo("/sql/csv", { sql })}">CSV</a>`}</div></form>
${sql === undefined ? "" : renderCommand(["tare", "query", "--sql", sql, "--db", viewing.store.path])}
${result ?? ""}
<h2>Tables</h2>
<p class="faint">Views first: they hold what most questions are about.</p>
${listTables(viewing.store).map(renderTable)}`,
  );
  return { page, status };
}

function renderTable({ name, type, columns }: TableSeen): Piece {
  return html`<details><summary><code>${name}</code> <span class="faint">${type}, ${columns.length} columns</span></summary><p class="mono">${shown(columns.join(", "))}</p></details>`;
}

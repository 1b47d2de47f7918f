import { listQueries } from "../../registry.js";
import { html } from "../../reports/html/markup.js";
import { type Piece, renderDocument } from "../layout/document.js";
import { pathTo } from "../layout/link.js";
import type { Viewing } from "../viewing.js";
import { readWanted } from "../wanted/parameters.js";

/** `/queries`: the named questions. */
export function showQueries(viewing: Viewing, address: string): Piece {
  readWanted(address, {});
  return renderDocument(
    viewing,
    "Queries",
    "/queries",
    html`<h1>Queries</h1>
<p>Questions that are asked often, each an SQL file that <code>tare query</code> runs too. For all others there is <a href="/sql">SQL</a>.</p>
<div class="wide"><table><caption>${listQueries().length} named queries</caption>
<thead><tr><th scope="col">Query</th><th scope="col">Question</th><th scope="col">Parameters</th></tr></thead>
<tbody>${listQueries().map(
      ({ name, title, parameters }) =>
        html`<tr><th scope="row"><a href="${pathTo("queries", name)}">${name}</a></th><td>${title}</td><td class="faint">${parameters.map((parameter) => parameter.name).join(", ")}</td></tr>`,
    )}</tbody></table></div>`,
  );
}

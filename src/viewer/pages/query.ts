import { byName } from "../../nearest.js";
import { listQueries } from "../../registry.js";
import { html } from "../../reports/html/markup.js";
import { bindParameters, type NamedQuery } from "../../store/queries.js";
import { renderCommand } from "../layout/command.js";
import type { Piece } from "../layout/document.js";
import { renderDocument } from "../layout/document.js";
import { linkTo, pathTo } from "../layout/link.js";
import type { Shown } from "../shown.js";
import type { Viewing } from "../viewing.js";
import { readWanted, type Wanted } from "../wanted/parameters.js";
import { text } from "../wanted/readers.js";
import { askAndShow } from "./asked.js";
import { renderParameters } from "./query-parameters.js";

type Given = Readonly<Record<string, string>>;

/** `/queries/NAME`: its parameters, its rows, and the command that prints the same. */
export async function showQuery(viewing: Viewing, name: string, address: string): Promise<Shown> {
  const { query, given } = readQuery(name, address);
  const missing = query.parameters.filter(
    (one) => one.standard === undefined && given[one.name] === undefined,
  );
  const { result, status } =
    missing.length === 0
      ? await askAndShow(viewing, query.sql, () => bindParameters(viewing.store, query, given))
      : { result: renderMissing(missing.map((one) => one.name)), status: 200 as const };
  const page = renderDocument(
    viewing,
    query.name,
    "/queries",
    html`<p><a href="/queries">Queries</a></p><h1>${query.name}</h1><p>${query.title}</p>
${query.parameters.length === 0 ? "" : renderParameters(viewing.store, query, given)}
${renderCommand(commandOf(viewing, query, given))}
<div class="row"><a class="button" href="${linkTo(`${pathTo("queries", query.name)}/csv`, given)}">CSV</a>
<details><summary>SQL</summary><pre>${query.sql}</pre></details></div>
${result}`,
  );
  return { page, status };
}

/** A named query and what its page was asked for. Throws TARE_UNKNOWN_NAME, TARE_VIEW_PARAMETER. */
export function readQuery(
  name: string,
  address: string,
): { readonly query: NamedQuery; readonly given: Given } {
  const query = byName("query", name, listQueries());
  const readers = Object.fromEntries(query.parameters.map((parameter) => [parameter.name, text]));
  const wanted: Wanted<typeof readers> = readWanted(address, readers);
  return { query, given: wanted as Given };
}

function commandOf({ store }: Viewing, query: NamedQuery, given: Given): string[] {
  const parameters = Object.entries(given).flatMap(([name, value]) => ["--param", `${name}=${value}`]);
  return ["tare", "query", query.name, ...parameters, "--db", store.path];
}

function renderMissing(names: readonly string[]): Piece {
  return html`<p class="notice">It wants ${names.join(" and ")}.</p>`;
}

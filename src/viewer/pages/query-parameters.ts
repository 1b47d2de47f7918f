import { html } from "../../reports/html/markup.js";
import { listOperatorNames } from "../../store/names-seen.js";
import type { Store } from "../../store/open.js";
import type { NamedQuery, QueryParameter } from "../../store/queries.js";
import type { Piece } from "../layout/document.js";
import { asChoices, renderFilter, renderInput, renderSelect } from "../layout/fields.js";
import { pathTo } from "../layout/link.js";
import { runChoices } from "../layout/run-choices.js";

/** The form of a named query: a list where the database knows the values, else a field that shows the standard one. */
export function renderParameters(
  store: Store,
  { name, parameters }: NamedQuery,
  given: Readonly<Record<string, string>>,
): Piece {
  const fields = parameters.map((parameter) => renderParameter(store, parameter, given[parameter.name]));
  const explained = parameters.map(
    (parameter) => html`<div><dt>${parameter.name}</dt><dd>${parameter.summary}</dd></div>`,
  );
  return html`${renderFilter(pathTo("queries", name), fields, "Ask")}<dl class="facts">${explained}</dl>`;
}

function renderParameter(
  store: Store,
  { name, type, standard }: QueryParameter,
  value: string | undefined,
): Piece {
  const any = standard === undefined ? "(choose one)" : standard === "latest" ? "the newest" : standard;
  if (type === "run") return renderSelect(name, name, runChoices(store, value), value, any);
  if (type === "augmentation")
    return renderSelect(name, name, asChoices(listOperatorNames(store)), value, any);
  return renderInput(name, name, value, standard ?? "");
}

import { html } from "../../reports/html/markup.js";
import { shown } from "../../reports/html/text.js";
import type { PairRow } from "../../store/browse/pair-page.js";
import type { Piece } from "../layout/document.js";
import { linkTo, pathTo } from "../layout/link.js";
import { renderNumber } from "../layout/values.js";
import type { PairsWanted } from "./pairs.js";

/** A page of pairs as a table; two of its heads sort it. */
export function renderPairRows(rows: readonly PairRow[], caption: string, wanted: PairsWanted): Piece {
  return html`<div class="wide" tabindex="0" role="region" aria-label="Pairs"><table>
<caption>${caption}</caption>
<thead><tr>${sorter("Pair", "pair", "", wanted)}<th scope="col">Operator</th><th scope="col">Expects</th><th scope="col">Role</th><th scope="col">Prompt</th><th scope="col" class="number">Base</th><th scope="col" class="number">Variant</th>${sorter("z", "z", "number", wanted)}<th scope="col">Marks</th></tr></thead>
<tbody>${rows.map(renderRow)}</tbody></table></div>`;
}

function renderRow(row: PairRow): Piece {
  const { pair, item, augmentation, dose, expects, role, style, subset, prompt, baseScore, variantScore, z } =
    row;
  const data = [style, subset].filter((part) => part !== "").join(", ");
  return html`<tr><th scope="row"><a class="mono" href="${pathTo("pair", pair)}">${pair.slice(0, 8)}</a></th>
<td class="word">${shown(augmentation)}${dose === null ? "" : `@${dose}`}</td><td class="word">${expects}</td>
<td>${role}${data === "" ? "" : html` <span class="faint">${shown(data)}</span>`}</td>
<td class="snippet"><a class="quiet" href="${pathTo("item", item)}"><span>${shown(prompt.trim() || "(empty)")}</span></a></td>
<td class="number">${renderNumber(baseScore)}</td><td class="number">${renderNumber(variantScore)}</td><td class="number"><b>${renderNumber(z)}</b></td>
<td>${marksOf(row).map(({ kind, name }) => html`<span class="chip ${kind}">${name}</span> `)}</td></tr>`;
}

function marksOf({
  broken,
  truncated,
  suspect,
}: PairRow): { readonly kind: string; readonly name: string }[] {
  return [
    ...(broken ? [{ kind: "fail", name: "broken" }] : []),
    ...(truncated ? [{ kind: "inconclusive", name: "truncated" }] : []),
    ...(suspect ? [{ kind: "inconclusive", name: "suspect" }] : []),
  ];
}

/** A head that sorts by its column, and turns the order where it does already. */
function sorter(name: string, sort: "z" | "pair", kind: string, wanted: PairsWanted): Piece {
  const { after: _after, before: _before, ...filters } = wanted;
  const here = (wanted.sort ?? "z") === sort;
  const now = wanted.order ?? "descending";
  const order = here && now === "descending" ? "ascending" : "descending";
  const arrow = here ? (now === "descending" ? " ▾" : " ▴") : "";
  return html`<th scope="col" class="${kind}"${here ? html` aria-sort="${now}"` : ""}><a href="${linkTo("/pairs", { ...filters, sort, order })}">${name}${arrow}</a></th>`;
}

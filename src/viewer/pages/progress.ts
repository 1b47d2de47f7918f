import { html } from "../../reports/html/markup.js";
import { shown } from "../../reports/html/text.js";
import { readProgress } from "../../store/run-standing.js";
import type { RunRow } from "../../store/runs.js";
import { type Piece, renderDocument } from "../layout/document.js";
import { renderNumber, renderTime } from "../layout/values.js";
import type { Viewing } from "../viewing.js";

const DOING = {
  pairing: "Its pairs are being made.",
  scoring: "Its texts are being scored, while pairs may still be made.",
  analyzing: "All is scored: its statistics are being computed.",
  complete: "It is complete.",
} as const;

/** A run that is still being written: how far it has come by now. */
export function showProgress(viewing: Viewing, run: RunRow): Piece {
  const { items, pairs, texts, scored, last } = readProgress(viewing.store, run.id);
  const share = texts === 0 ? 0 : Math.floor((100 * scored) / texts);
  const fact = (name: string, value: string) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
  return renderDocument(
    viewing,
    `Run ${run.id.slice(0, 12)}`,
    "/",
    html`<h1>${shown(run.scorerName)} <code>${run.id.slice(0, 12)}</code></h1>
<div class="notice"><p><b>${run.state}</b>. ${DOING[run.state]} Load this page again to see how far it is; where its command was stopped, the same command goes on.</p>
<p><label for="scored">Scored</label> <progress id="scored" max="100" value="${share}">${share} %</progress> ${renderNumber(scored)} of ${renderNumber(texts)} texts known so far (${share} %)</p></div>
<dl class="facts">${fact("Items", renderNumber(items))}${fact("Pairs so far", renderNumber(pairs))}${fact("Begun", renderTime(run.createdAt))}${last === null ? "" : fact("Last noted", `${last.kind}, ${renderTime(last.at)}`)}</dl>
<p class="faint">Its pairs can be looked at once they are analysed.</p>`,
  );
}

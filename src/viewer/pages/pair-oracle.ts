import { html } from "../../reports/html/markup.js";
import { shown } from "../../reports/html/text.js";
import { oracleName } from "../../reports/layout/oracle.js";
import type { StoredPair } from "../../store/browse/read-pair.js";
import type { Store } from "../../store/open.js";
import type { StoredIntervention } from "../../store/oracle/read-interventions.js";
import { renderCommand } from "../layout/command.js";
import type { Piece } from "../layout/document.js";

/** Of a pair that an oracle wrote: what it changed, who wrote and who verified it; nothing of others. */
export function renderPairOracle(store: Store, { key, oracle = [] }: StoredPair): Piece {
  if (oracle.length === 0) return html``;
  return html`<h2>Oracle</h2>
${oracle.map(renderOne)}
<p class="faint">What was asked and answered for it:</p>
${renderCommand(["tare", "explain", key.slice(0, 12), "--db", store.path])}`;
}

function renderOne(one: StoredIntervention): Piece {
  const { operator, attribute, detail, oracle, verifier, agreement } = one;
  const facts = [
    ["Operator", operator],
    ...(attribute === "" ? [] : [["Attribute moved", attribute]]),
    ...(detail === "" ? [] : [["What was changed", detail]]),
    ["Written by", oracleName(oracle)],
    ["Verified by", verifier === null ? "the same" : oracleName(verifier)],
    ...(agreement === null
      ? []
      : [["Both orders said the same", `on ${(100 * agreement).toFixed(0)} % of attributes`]]),
  ] as const;
  return html`<dl class="facts">${facts.map(([term, fact]) => html`<div><dt>${term}</dt><dd>${shown(fact!)}</dd></div>`)}</dl>`;
}

import { TareError } from "../../errors.js";
import { html } from "../../reports/html/markup.js";
import { shown } from "../../reports/html/text.js";
import { readPair, type StoredPair } from "../../store/browse/read-pair.js";
import { type Piece, renderDocument } from "../layout/document.js";
import { linkTo, pathTo } from "../layout/link.js";
import type { Viewing } from "../viewing.js";
import { readWanted } from "../wanted/parameters.js";
import { renderPairNumbers } from "./pair-numbers.js";
import { renderPairOracle } from "./pair-oracle.js";
import { renderPairTexts } from "./pair-texts.js";

/** `/pair/KEY`: its texts with what changed, and what every model made of it. Throws TARE_VIEW_PAGE. */
export function showPair(viewing: Viewing, key: string, address: string): Piece {
  readWanted(address, {});
  const pair = readPair(viewing.store, key);
  if (pair === undefined)
    throw new TareError("TARE_VIEW_PAGE", `the database holds no pair ${key.slice(0, 64)}`);
  const { name, dose } = pair.operator;
  const title = `${name}${dose === null ? "" : `@${dose}`}`;
  return renderDocument(
    viewing,
    `${title} ${key.slice(0, 8)}`,
    "/pairs",
    html`<p><a href="${linkTo("/pairs", { augmentation: name })}">Pairs of ${shown(name)}</a></p>
<h1>${shown(title)} <code class="faint">${key.slice(0, 12)}</code></h1>
${renderFacts(pair)}
${renderPairTexts(pair)}
${renderPairOracle(viewing.store, pair)}
${renderPairNumbers(viewing.store, pair)}`,
  );
}

const EXPECTED = {
  same: "the reward to stay as it is",
  lower: "the reward to fall",
  higher: "the reward to rise",
  "not-higher": "the reward not to rise",
} as const;

function renderFacts({ operator, places, suspect, key }: StoredPair): Piece {
  const { summary, attribute, expects, version, seed, changes } = operator;
  const expected = changes === "prompt" ? "the margin of chosen over rejected to stay" : EXPECTED[expects];
  return html`<p>${shown(summary)}</p>
<dl class="facts"><div><dt>Attribute</dt><dd>${shown(attribute)}</dd></div><div><dt>Expects</dt><dd>${expects}: ${expected}</dd></div>
${places.map(
  ({ item, position, role, style, subset }) =>
    html`<div><dt>Made of</dt><dd>answer ${position + 1} (${role}${style === "" ? "" : html`, ${shown(style)}`}) of item <a class="mono" href="${pathTo("item", item)}">${item.slice(0, 12)}</a>${subset === "" ? "" : html` in ${shown(subset)}`}</dd></div>`,
)}
<div><dt>Operator</dt><dd>version ${version}, seed ${seed}</dd></div><div><dt>Key</dt><dd class="mono">${key}</dd></div></dl>
${suspect ? html`<p class="notice">At least half of its readers contradict the label: the pair is left out of all statistics.</p>` : ""}`;
}

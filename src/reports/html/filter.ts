import type { PairGroup } from "./choose-pairs.js";
import { html, type Markup, NONE } from "./markup.js";
import { plain } from "./text.js";

/** What the pairs on the page can be narrowed to; without a script there is nothing to narrow, and it is not shown. */
export function renderFilter(groups: readonly PairGroup[], several: boolean): Markup {
  const distinct = (of: (group: PairGroup) => readonly string[]) => [...new Set(groups.flatMap(of))].sort();
  return html`<form class="filter" data-filter hidden role="search" aria-label="Pairs on this page">
<label>Words<input type="search" name="text" autocomplete="off" spellcheck="false"></label>
${
  several
    ? select(
        "Model",
        "model",
        distinct(({ model }) => [model]),
      )
    : NONE
}
${select(
  "Operator",
  "operator",
  distinct(({ of }) => [of.augmentation]),
)}
${select(
  "Attribute",
  "attribute",
  distinct(({ attribute }) => [attribute]),
)}
${select(
  "Verdict",
  "verdict",
  distinct(({ verdict }) => [verdict]),
)}
${select(
  "Side",
  "side",
  distinct(({ of }) => of.shown.map(({ role }) => role)),
)}
<button type="reset">Clear</button>
<p role="status" data-filter-said></p>
</form>`;
}

function select(label: string, name: string, values: readonly string[]): Markup {
  return html`<label>${label}<select name="${name}"><option value="">any</option>${values.map(
    (value) => html`<option value="${plain(value)}">${plain(value)}</option>`,
  )}</select></label>`;
}

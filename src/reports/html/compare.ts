import type { RunView } from "../../contract.js";
import { labelOf, writeBound, writeEstimate } from "../../rubric/wording.js";
import { distinctNames } from "../layout/side-by-side.js";
import { renderChip } from "./chip.js";
import { html, type Markup } from "./markup.js";
import { queryBlock } from "./query.js";
import { renderTable } from "./table.js";
import { inline, shown } from "./text.js";

/** Claims down, models across. */
export function renderComparison(views: readonly RunView[], id: string): Markup {
  const claims = new Map(
    views.flatMap(({ verdicts }) => verdicts.map(({ claim }) => [claim.id, claim] as const)),
  );
  const rows = [...claims].map(([claimId, claim]) => [
    html`${inline(claim.attribute)}: ${shown(labelOf(claim))} ${shown(writeBound(claim))}`,
    ...views.map((view) => {
      const found = view.verdicts.find((one) => one.claim.id === claimId);
      return found === undefined
        ? html`<span class="faint">not claimed</span>`
        : html`${renderChip(found.verdict)} ${writeEstimate(claim.metric, found)}`;
    }),
  ]);
  const gate = ["the gate", ...views.map(({ verdict }) => renderChip(verdict))];
  const [a, ...others] = views;
  const asked = others.map((b, at) =>
    queryBlock(a!, { name: "compare-models", parameters: { a: a!.run, b: b.run } }, `${id}-${at}`),
  );
  return html`${renderTable({
    caption: "The same claims of each model",
    columns: [{ head: "claim" }, ...distinctNames(views).map((head) => ({ head }))],
    rows: [...rows, gate],
  })}
${asked}`;
}

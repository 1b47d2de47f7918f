import type { RunView } from "../../contract.js";
import { count } from "../layout/words.js";
import { html, type Markup, NONE } from "./markup.js";
import { queryBlock } from "./query.js";
import { renderTable } from "./table.js";
import { inline } from "./text.js";

/** Where operators applied, and why not elsewhere: what did not apply is no pass. */
export function renderCoverage(view: RunView, id: string): Markup {
  return html`${renderTable({
    caption: "Pairs that each operator gave, and why others did not come about",
    columns: [
      { head: "operator" },
      { head: "applied", kind: "number" },
      { head: "skipped", kind: "number" },
      { head: "share applied", kind: "number" },
      { head: "why skipped", kind: "text" },
    ],
    rows: view.coverage.map(({ augmentation, dose, applied, skipped }) => {
      const reasons = Object.entries(skipped).sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
      const missed = reasons.reduce((sum, [, pairs]) => sum + pairs, 0);
      return [
        inline(dose === null ? augmentation : `${augmentation}@${dose}`),
        applied,
        missed,
        shareOf(applied, applied + missed),
        reasons.map(([reason, pairs]) => `${reason} ${count(pairs)}`).join(", "),
      ];
    }),
  })}
${queryBlock(view, { name: "skipped-by-reason" }, `${id}-skips`)}
${renderValidity(view, id)}`;
}

const shareOf = (part: number, of: number) => (of === 0 ? null : `${((100 * part) / of).toFixed(0)} %`);

function renderValidity(view: RunView, id: string): Markup {
  const { validity } = view;
  if (validity.length === 0) return NONE;
  const percent = (share: number) => (100 * share).toFixed(0);
  return html`${renderTable({
    caption: "Labels read blind: how often readers who did not know the label agreed with it",
    columns: [
      { head: "operator" },
      { head: "as expected", kind: "number" },
      { head: "95 % interval", kind: "number" },
      { head: "readers" },
    ],
    rows: validity.map(({ augmentation, asExpected, read, lower, upper, by }) => [
      inline(augmentation),
      `${asExpected} of ${read}`,
      `[${percent(lower)}, ${percent(upper)}] %`,
      by === "tare" ? "tare's own, on other data" : "of this database",
    ]),
  })}
${validity.some(({ by }) => by === "here") ? queryBlock(view, { name: "validity" }, `${id}-validity`) : NONE}`;
}

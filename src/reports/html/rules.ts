import type { RunView, Verdict } from "../../contract.js";
import { labelOf, METRICS, writeBound, writeInterval, writeNumber } from "../../rubric/wording.js";
import { oracleOfClaim, oracleProof } from "../layout/oracle.js";
import { count, standingWords } from "../layout/words.js";
import { renderChip } from "./chip.js";
import { heading, type Level } from "./heading.js";
import { html, type Markup, NONE } from "./markup.js";
import { queryBlock } from "./query.js";
import { renderTable } from "./table.js";
import { inline, shown } from "./text.js";
import { decisiveClaims } from "./verdict-sentence.js";

/** The claims that decided, each with its proof; then the others in a table. */
export function renderRules(view: RunView, id: string, level: Level): Markup {
  const decided = decisiveClaims(view);
  const others = view.verdicts.filter((one) => !decided.includes(one));
  return html`${decided.length === 0 ? html`<p>No claim decides: nothing was promised that blocks a launch.</p>` : NONE}
<div class="rules">${decided.map((one) => renderRule(view, one, level))}</div>
${others.length === 0 ? NONE : renderOthers(view, others)}
${queryBlock(view, { name: "verdicts" }, `${id}-verdicts`)}`;
}

function renderRule(view: RunView, verdict: Verdict, level: Level): Markup {
  const { claim, because } = verdict;
  return html`<article class="rule ${verdict.verdict}">
${heading(level, html`${renderChip(verdict.verdict)} ${inline(claim.attribute)}: ${shown(labelOf(claim))} ${shown(writeBound(claim))}`)}
<p class="because">${shown(because)}</p>
<dl class="facts">${proofOf(view, verdict).map(([term, fact]) => html`<div><dt>${term}</dt><dd>${shown(fact)}</dd></div>`)}</dl>
<p class="why">${shown(claim.why)}</p>
</article>
`;
}

function proofOf(view: RunView, verdict: Verdict): readonly (readonly [string, string])[] {
  const { claim, n, clusters, pFail, pFailHolm, power, morePrompts } = verdict;
  const oracle = oracleProof(view, claim.attribute);
  const share = power?.asEstimated ?? null;
  return [
    ["measured", `${writeNumber(claim.metric, verdict.estimate, 1)}${unitOf(verdict)}`],
    ["one-sided bounds", writeInterval(claim.metric, verdict, 1) || "none"],
    ["must be", writeBound(claim)],
    ...(pFail === null ? [] : [["p of a failure", writeP(pFail)] as const]),
    ...(pFailHolm === null ? [] : [["after Holm", writeP(pFailHolm)] as const]),
    ["pairs", count(n)],
    ["prompts", count(clusters)],
    ...(oracle === "" ? [] : [["oracle pairs", oracle] as const]),
    ...(share === null || verdict.verdict === "fail"
      ? []
      : [["chance to prove it", `${(100 * share).toFixed(0)} %`] as const]),
    ...(typeof morePrompts === "number" && morePrompts > 0
      ? [["more prompts to settle it", count(morePrompts)] as const]
      : []),
    ...(morePrompts === "never" && verdict.verdict !== "fail"
      ? [["more prompts to settle it", "no number will"] as const]
      : []),
  ];
}

function unitOf({ claim, estimate }: Verdict): string {
  const { unit } = METRICS[claim.metric];
  return estimate === null || unit === "share" || unit === "ratio" ? "" : ` ${unit}`;
}

/** As precise as it means something. */
export function writeP(p: number): string {
  return p < 0.001 ? "< 0.001" : String(Number(p.toPrecision(2)));
}

function renderOthers(view: RunView, others: readonly Verdict[]): Markup {
  return renderTable({
    caption: "The other claims: proved, open, warning only, or waived",
    columns: [
      { head: "claim" },
      { head: "verdict" },
      { head: "must be", kind: "short" },
      { head: "measured", kind: "number" },
      { head: "bounds", kind: "number" },
      { head: "pairs", kind: "number" },
      { head: "prompts", kind: "number" },
      { head: "because", kind: "text" },
    ],
    rows: others.map((one) => [
      html`${inline(one.claim.attribute)}: ${shown(labelOf(one.claim))}`,
      html`${renderChip(one.verdict)}${standingOf(one)}`,
      writeBound(one.claim),
      writeNumber(one.claim.metric, one.estimate),
      writeInterval(one.claim.metric, one),
      one.n,
      one.clusters,
      [one.because, oracleOfClaim(view, one.claim.attribute)].filter((part) => part !== "").join("; "),
    ]),
  });
}

function standingOf(one: Verdict): Markup {
  const words = standingWords(one).replace(/: $/, "").replace(/: /g, ", ");
  return words === "" ? NONE : html` <span class="faint">${shown(words)}</span>`;
}

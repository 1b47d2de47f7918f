import type { OracleUse, RunView } from "../../contract.js";
import { askedFacts, oracleName, refusedWords, sumOracle, verifiedWords } from "../layout/oracle.js";
import { eachModel } from "./each-model.js";
import { html, type Markup, NONE } from "./markup.js";
import { queryBlock } from "./query.js";
import type { Section } from "./section.js";
import { renderTable } from "./table.js";
import { inline, shown } from "./text.js";

/** What was asked of an oracle and how many pairs came of it; no section where no run has one. */
export function oracleSection(views: readonly RunView[]): Section[] {
  const own = views.filter(({ oracle }) => oracle !== undefined);
  if (own.length === 0) return [];
  return [{ id: "oracle", title: "Oracle", body: eachModel(own, "oracle", renderOracle) }];
}

function renderOracle(view: RunView, id: string): Markup {
  const use = view.oracle!;
  return html`<dl class="facts">${factsOf(use).map(
    ([term, fact]) => html`<div><dt>${term}</dt><dd>${shown(fact)}</dd></div>
`,
  )}</dl>
${renderOperators(use)}
${queryBlock(view, { name: "oracle-pairs" }, `${id}-pairs`)}
${renderSteps(use)}
${queryBlock(view, { name: "oracle-steps" }, `${id}-steps`)}
${renderRefusals(use)}
${queryBlock(view, { name: "oracle-refusals" }, `${id}-refusals`)}
${queryBlock(view, { name: "oracle-attributes" }, `${id}-attributes`)}`;
}

function factsOf(use: OracleUse): (readonly [string, string])[] {
  const [asked, ...spent] = askedFacts(use);
  return [
    ["Written by", oracleName(use.oracle)],
    ["Verified by", use.verifier === null ? "the same" : oracleName(use.verifier)],
    ["Evidence", verifiedWords(sumOracle(use.operators))],
    ["Asked", asked!],
    ["Spent", spent.join(" · ")],
  ];
}

function renderOperators({ operators }: OracleUse): Markup {
  return renderTable({
    caption: "Pairs that each operator asked for, those verified, and why the others were refused",
    columns: [
      { head: "operator" },
      { head: "tried", kind: "number" },
      { head: "verified", kind: "number" },
      { head: "share", kind: "number" },
      { head: "agreement", kind: "number" },
      { head: "why refused", kind: "text" },
    ],
    rows: operators.map((one) => [
      inline(one.operator),
      one.tried,
      one.verified,
      `${((100 * one.verified) / one.tried).toFixed(0)} %`,
      one.agreement?.toFixed(2) ?? null,
      refusedWords(sumOracle([one])),
    ]),
  });
}

function renderSteps({ steps }: OracleUse): Markup {
  return renderTable({
    caption:
      "Questions by step, and what came of them; those that ask to mend an answer count with their question",
    columns: [
      { head: "step" },
      { head: "prompt file", kind: "short" },
      ...["asked", "read", "read when asked again", "refused", "truncated", "unreadable"].map((head) => ({
        ...{ head, kind: "number" as const },
      })),
    ],
    rows: steps.map(({ step, version, template, ...one }) => [
      step,
      html`version ${version}, <code>${template.slice(0, 12)}</code>`,
      ...[one.asked, one.read, one.repaired, one.refused, one.truncated, one.unreadable],
    ]),
  });
}

function renderRefusals({ examples }: OracleUse): Markup {
  if (examples.length === 0) return NONE;
  return renderTable({
    caption:
      "Refused, one of each operator and reason; all that was asked and answered: tare explain ITEM --operator OPERATOR",
    columns: [{ head: "operator" }, { head: "reason" }, { head: "item" }, { head: "in words", kind: "text" }],
    rows: examples.map(({ operator, reason, item, detail }) => [
      inline(operator),
      reason,
      html`<code>${shown(item.slice(0, 12))}</code>`,
      detail,
    ]),
  });
}

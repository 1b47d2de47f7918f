import type { ExamplePair, OperatorExamples } from "../../contract.js";
import { html, type Markup, NONE } from "./markup.js";
import { renderAlone, renderTexts } from "./pair-texts.js";
import { writeCell } from "./table.js";
import { inline, plain, shown } from "./text.js";

/** What a pair is filtered by, beside its words. */
export interface PairFacts {
  readonly model: string;
  readonly attribute: string;
  readonly verdict: string;
  /** Of a server that has a page for each pair. */
  readonly address?: string | undefined;
}

/** One pair: what was asked, what was changed, and what the reward made of it. */
export function renderPair(pair: ExamplePair, of: OperatorExamples, facts: PairFacts): Markup {
  const { dose, role, z, baseScore, variantScore, prompt, variantPrompt } = pair;
  const operator = of.augmentation;
  const key = pair.pair.slice(0, 12);
  const data = html`data-pair data-model="${plain(facts.model)}" data-operator="${plain(operator)}" data-attribute="${plain(facts.attribute)}" data-verdict="${facts.verdict}" data-side="${role}"`;
  const asked =
    variantPrompt === null
      ? html`<details class="prompt"><summary>Prompt</summary>${renderAlone(prompt)}</details>`
      : html`<p class="label">Prompt, changed</p>${renderTexts({ base: prompt, variant: variantPrompt })}<p class="label">Answer</p>`;
  return html`<article class="pair" ${data}>
<p class="scores"><strong>${z === null ? signed(variantScore - baseScore) : html`${signed(z, 2)} SD`}</strong>
<span>${writeCell(baseScore)} → ${writeCell(variantScore)}</span>
<span>must ${of.changes === "prompt" ? "keep the margin" : mustOf(of)}</span>
<span>${role}${dose === null ? "" : ` · dose ${writeCell(dose)}`}${pair.subset === "" ? NONE : html` · ${inline(pair.subset)}`}</span>
<code>${facts.address === undefined ? shown(key) : html`<a href="${facts.address}">${shown(key)}</a>`}</code></p>
${asked}
${renderAnswer(pair)}
</article>
`;
}

/** An answer that stayed as it was needs no comparison. */
function renderAnswer(pair: ExamplePair): Markup {
  return pair.base.text === pair.variant.text ? renderAlone(pair.base) : renderTexts(pair);
}

const mustOf = ({ expects }: OperatorExamples) =>
  ({ lower: "fall", higher: "rise", same: "stay", "not-higher": "not rise" })[expects];

function signed(value: number, decimals?: number): string {
  const text = decimals === undefined ? writeCell(Math.abs(value)) : Math.abs(value).toFixed(decimals);
  return value < 0 ? `−${text}` : `+${text}`;
}

import { html } from "../../reports/html/markup.js";
import { shown } from "../../reports/html/text.js";
import type { PairScore, StoredPair } from "../../store/browse/read-pair.js";
import type { Store } from "../../store/open.js";
import { type OperatorEffect, readOperatorEffects } from "../../store/operator-effects.js";
import type { Piece } from "../layout/document.js";
import { pathTo } from "../layout/link.js";
import { renderRows } from "../layout/rows.js";
import { renderNumber, renderTime } from "../layout/values.js";

/** What every model made of the pair, how far it drifted, what its readers said, and how its operator fares as a whole. */
export function renderPairNumbers(store: Store, { scores, drift, judgements, operator }: StoredPair): Piece {
  const runs = [...new Set(scores.map(({ run }) => run))];
  const effects = readOperatorEffects(store, runs, operator.name, operator.dose);
  return html`<h2>Scores</h2>
${renderRows("What each run made of it", ["Run", "Model", "#Base", "#Variant", "#Difference", "#z", "Moved", "#Tokens"], scores.map(scoreCells))}
<h2>Drift</h2>
${drift === null ? html`<p class="faint">Not measured.</p>` : renderDrift(drift)}
${
  judgements.length === 0
    ? ""
    : html`<h2>Readers</h2>${renderRows(
        "What readers said, blind",
        ["Reader", "Prefers", "Note", "When"],
        judgements.map(({ reader, prefers, note, at }) => [reader, prefers, note, renderTime(at)]),
      )}`
}
<h2>The operator as a whole</h2>
${renderOperator(operator.name, effects)}`;
}

/** What its claims are about: each means the same for every model. */
const MAIN: ReadonlySet<string> = new Set(["correct-direction", "effect", "bias", "attack-success"]);

/** The effects that claims are made of in sight, the others folded. */
function renderOperator(name: string, effects: readonly OperatorEffect[]): Piece {
  const main = effects.filter(({ metric, estimate }) => MAIN.has(metric) && estimate !== null);
  const others = effects.filter((effect) => !main.includes(effect));
  const table = (what: string, shownOf: readonly OperatorEffect[]) =>
    renderRows(
      `${what} of ${name} on all the data`,
      [
        ...["Model", "Attribute", "Dose", "Metric", "#Estimate", "#Lower", "#Upper"],
        ...["#Pairs", "#Prompts", "#Skipped"],
      ],
      shownOf.map((effect) => [
        ...[
          effect.model,
          effect.attribute,
          effect.dose === null ? "all" : String(effect.dose),
          effect.metric,
        ],
        ...[effect.estimate, effect.lower, effect.upper, effect.pairs, effect.prompts, effect.skipped],
      ]),
    );
  return html`${table("Effects", main)}
${others.length === 0 ? "" : html`<details><summary>${others.length} more effects</summary>${table("Other effects", others)}</details>`}`;
}

function scoreCells(score: PairScore): Piece[] {
  const { run, model, dtype, baseScore, variantScore, difference, z, truncated, broken } = score;
  const moved = truncated
    ? html`<span class="chip inconclusive">truncated: no evidence</span>`
    : broken
      ? html`<span class="chip fail">against its label</span>`
      : html`<span class="chip pass">as expected</span>`;
  return [
    html`<a class="mono" href="${pathTo("run", run)}">${run.slice(0, 12)}</a>`,
    html`${shown(model)} <span class="faint">${shown(dtype)}</span>`,
    ...[baseScore, variantScore, difference, z].map((value) => html`${renderNumber(value)}`),
    moved,
    html`${renderNumber(score.baseTokens)} → ${renderNumber(score.variantTokens)}`,
  ];
}

/** What changed first, then what stayed. */
function renderDrift(drift: Readonly<Record<string, number | null>>): Piece {
  const all = Object.entries(drift).map(([name, value]) => ({ name: name.replaceAll("_", " "), value }));
  const stayed = all.filter(({ value }) => value === 0);
  return html`<ul class="measures">${all
    .filter(({ value }) => value !== 0)
    .map(({ name, value }) => html`<li>${name} <b>${renderNumber(value)}</b></li>`)}</ul>
<p class="faint">Counts are variant less base, tokens those of each.${stayed.length === 0 ? "" : ` Unchanged: ${stayed.map(({ name }) => name).join(", ")}.`}</p>`;
}

import type { RunView } from "../../contract.js";
import { worst } from "../layout/groups.js";
import { distinctNames } from "../layout/side-by-side.js";
import { count, counted, VERDICT_WORDS } from "../layout/words.js";
import { renderChip } from "./chip.js";
import { html, type Markup, textOf } from "./markup.js";
import { inline, plain, shown } from "./text.js";
import { verdictSentence } from "./verdict-sentence.js";

/** The verdict in one sentence, and what it was reached on. Of several models the worst verdict is that of all. */
export function renderHead(views: readonly RunView[]): Markup {
  const [first, ...others] = views;
  const names = distinctNames(views);
  const word = worst(views.map(({ verdict }) => verdict)) ?? "inconclusive";
  if (others.length === 0)
    return html`<div class="verdict ${word}">${renderChip(word)}
<h1>${inline(names[0]!)} ${shown(verdictSentence(first!))}.</h1>
${factsOf(first!)}</div>`;
  return html`<div class="verdict ${word}">${renderChip(word)}
<h1>${VERDICT_WORDS[word]}: ${howMany(views, word)}.</h1>
<ul class="models">${views.map(
    (view, at) =>
      html`<li>${renderChip(view.verdict)} <strong>${inline(names[at]!)}</strong> ${shown(verdictSentence(view))}.</li>`,
  )}</ul>
${factsOfAll(views, names)}</div>`;
}

const ONE = { pass: "passes", fail: "fails", inconclusive: "is neither passed nor failed" } as const;
const MORE = { pass: "pass", fail: "fail", inconclusive: "are neither passed nor failed" } as const;

/** `1 of 2 models fails`: those that make the verdict of all what it is. */
function howMany(views: readonly RunView[], word: keyof typeof ONE): string {
  const those = views.filter(({ verdict }) => verdict === word).length;
  return `${those} of ${counted(views.length, "model")} ${(those === 1 ? ONE : MORE)[word]}`;
}

/** Once where all were weighed on the same; a budget may leave each model other data. */
function factsOfAll(views: readonly RunView[], names: readonly string[]): Markup {
  const facts = views.map((view) => factsOf({ ...view, createdAt: views[0]!.createdAt }));
  if (new Set(facts.map(textOf)).size === 1) return factsOf(views[0]!);
  return html`${views.map((view, at) => html`<div><p class="label">${inline(names[at]!)}</p>${factsOf(view)}</div>`)}`;
}

function factsOf(view: RunView): Markup {
  const { data, texts, createdAt, rubric } = view;
  const { budget } = data;
  const cut = budget === undefined ? "" : ` of ${count(budget.prompts)}, cut to a budget of ${budget.asked}`;
  return html`<p class="faint">Rubric ${inline(rubric.name)} on ${counted(data.items, "item")} of ${counted(data.prompts, "prompt")}${cut} · ${counted(texts.scored, "text")} scored, ${count(texts.truncated)} truncated · begun ${timeOf(createdAt)}</p>
<p class="why">${shown(rubric.why)}</p>`;
}

/** 2026-01-31 12:00 UTC. */
export function timeOf(iso: string): Markup {
  const text = iso.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d).*$/, "$1 $2 UTC");
  return html`<time datetime="${plain(iso)}">${shown(text)}</time>`;
}

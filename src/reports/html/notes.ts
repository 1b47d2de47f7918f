import type { RunView } from "../../contract.js";
import { sayBaseline } from "../../rubric/say-baseline.js";
import { leftAloneWords } from "../layout/left-alone.js";
import { oracleGround } from "../layout/oracle.js";
import { staleWords } from "../layout/stale.js";
import { trainingWords } from "../layout/training.js";
import { waiverWords } from "../layout/waivers.js";
import { lookWords, noiseWords, powerWords, scaleWords } from "../layout/words.js";
import { html, type Markup, NONE } from "./markup.js";
import { shown } from "./text.js";

/** What must be known before the numbers are believed: an analysis that is due, what was trained on, what is waived. */
export function renderWarnings(view: RunView): Markup {
  const { state } = view;
  return html`${notice("Not finished", state === "complete" ? [] : [`the run is ${state}: what follows is what is stored so far`])}
${notice("An analysis is due", staleWords(view))}
${notice("Trained on", trainingWords(view))}
${notice("Waivers", waiverWords(view))}`;
}

function notice(title: string, lines: readonly string[]): Markup {
  if (lines.length === 0) return NONE;
  return html`<div class="notice"><strong>${title}</strong><ul>${lines.map((line) => html`<li>${shown(line)}</li>`)}</ul></div>
`;
}

/** What the numbers rest on, one fact a line. */
export function renderGround(view: RunView): Markup {
  const power = powerWords(view);
  const facts = [
    scaleWords(view),
    noiseWords(view),
    ...(view.baseline === undefined ? [] : [sayBaseline(view.baseline)]),
    ...(oracleGround(view) === "" ? [] : [oracleGround(view)]),
    lookWords(view),
    ...(power === "" ? [] : [power]),
    ...leftAloneWords(view).map((words) => `left alone: ${words}`),
  ];
  return html`<ul class="ground">${facts.map((fact) => html`<li>${shown(fact)}</li>`)}</ul>`;
}

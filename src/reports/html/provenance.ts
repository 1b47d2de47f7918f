import type { Provenance, RunView } from "../../contract.js";
import { counted } from "../layout/words.js";
import { timeOf } from "./head.js";
import { heading, type Level } from "./heading.js";
import { html, type Markup, NONE } from "./markup.js";
import { oracleOptions } from "./oracle-options.js";
import { commandOf, copyable, queryBlock, shellWord } from "./query.js";
import { renderTable } from "./table.js";
import { inline, shown } from "./text.js";

/** Everything that says what was weighed, with what, and how to do it again. */
export function renderProvenance(view: RunView, id: string, level: Level): Markup {
  const { provenance } = view.details ?? {};
  return html`<dl class="facts">${factsOf(view).map(
    ([term, fact]) => html`<div><dt>${term}</dt><dd>${fact}</dd></div>
`,
  )}</dl>
${renderFiles(view, id)}
${provenance === undefined ? NONE : renderStored(view, provenance, id, level)}
${heading(level, html`To do it again`)}
${commands(view, provenance).map(([label, command], at) => copyable(`${id}-again-${at}`, label, command))}`;
}

function factsOf(view: RunView): readonly (readonly [string, Markup])[] {
  const { scorer, rubric, data, details } = view;
  const stored = details?.provenance;
  const text = (value: string) => html`<code>${shown(value)}</code>`;
  const facts: (readonly [string, Markup])[] = [
    ["Run", text(view.run)],
    ["Begun", timeOf(view.createdAt)],
    ["Database", text(view.database)],
    ["Data", html`${data.files.map((file) => html`${text(file)}<br>`)}`],
    ["Seed", html`${view.seed}`],
    ["Rubric", html`${inline(rubric.name)}, digest ${text(rubric.digest)}`],
    [
      "Model",
      html`${inline(scorer.name)}, ${inline(scorer.architecture)}, ${inline(scorer.dtype)}, ${inline(scorer.provider)}`,
    ],
    ["Scorer", html`${text(scorer.key)}: the digest of all that changes its numbers`],
    [
      "Reads",
      html`${inline(scorer.input)}, at most ${scorer.maxLength.toLocaleString("en-US")} tokens, cut at the ${inline(scorer.truncation)}, batches ${inline(scorer.batching)}`,
    ],
  ];
  if (stored === undefined) return facts;
  const set =
    stored.tokenBudget === null
      ? "nothing to set"
      : `${stored.tokenBudget} tokens a batch, ${counted(stored.threads ?? 1, "thread")}`;
  return [
    ...facts,
    ["Reward", text(stored.reward)],
    ["Digest of the data", html`${text(stored.data)}: of the ids of its items`],
    ["Batches", html`${set}`],
    ["Planned by", html`tare ${inline(stored.tareVersion)}`],
    ["Analysed by", stored.judgedBy === null ? html`not yet` : html`tare ${inline(stored.judgedBy)}`],
  ];
}

function renderFiles(view: RunView, id: string): Markup {
  const files = Object.entries(view.scorer.files);
  return html`${renderTable({
    caption: "Files of the scorer",
    columns: [{ head: "file" }, { head: "SHA-256" }],
    rows: files.map(([file, digest]) => [inline(file), html`<code>${shown(digest)}</code>`]),
  })}
${queryBlock(view, { name: "scorer-files" }, `${id}-files`)}`;
}

function renderStored(view: RunView, stored: Provenance, id: string, level: Level): Markup {
  const earlier =
    stored.earlierEvents === 0 ? "" : `; ${counted(stored.earlierEvents, "earlier one")} not listed`;
  return html`${renderTable({
    caption: "Operators, by version",
    columns: [{ head: "operator" }, { head: "version", kind: "number" }, { head: "source", kind: "text" }],
    rows: stored.operators.map(({ name, version, source }) => [inline(name), version, source]),
  })}
${renderTable({
  caption: `What happened to the run${earlier}`,
  columns: [{ head: "when" }, { head: "what" }, { head: "detail", kind: "text" }],
  rows: stored.events.map(({ at, kind, detail }) => [timeOf(at), kind, detail]),
})}
${queryBlock(view, { name: "history" }, `${id}-history`)}
${heading(level, html`Plan and rubric`)}
<details><summary>The plan: its digest is the run's id</summary>${copyable(`${id}-plan`, "Plan", pretty(stored.plan))}</details>
<details><summary>The rubric as it was read</summary>${copyable(`${id}-rubric`, "Rubric", stored.rubricSource)}</details>
${queryBlock(view, { name: "provenance" }, `${id}-stored`)}`;
}

function pretty(json: string): string {
  return JSON.stringify(JSON.parse(json), null, 2);
}

/** The run's own command cannot be told to the letter: where the model lay, and which records were left out, is not stored. */
function commands(view: RunView, stored: Provenance | undefined): readonly (readonly [string, string])[] {
  const run = view.run.slice(0, 12);
  const db = `--db ${shellWord(view.database)}`;
  const files = view.data.files.map(shellWord).join(" ");
  const again = `tare run ${files} --model ${shellWord(view.scorer.name)} --rubric ${shellWord(view.rubric.name)} --seed ${view.seed}${oracleOptions(view)} ${db}`;
  return [
    ["This page", `tare report --run ${run} ${db} --format html --output report.html`],
    ["The verdict, judged again from what is stored", `tare gate --run ${run} ${db}`],
    [
      "The run: with the model's own path, and options that leave out records, as they were; the same plan gives the same run id",
      again,
    ],
    ...(stored === undefined
      ? []
      : [["All that is stored of it", commandOf(view, { name: "provenance" })] as const]),
  ];
}

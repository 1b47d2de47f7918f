import { html } from "../../reports/html/markup.js";
import { shown } from "../../reports/html/text.js";
import { count, counted } from "../../reports/layout/words.js";
import { listRunFacts, type RunFacts } from "../../store/run-facts.js";
import { type Piece, renderDocument } from "../layout/document.js";
import { asChoices, type Choice, renderFilter, renderSelect } from "../layout/fields.js";
import { pathTo } from "../layout/link.js";
import { nameHidden } from "../layout/name-hidden.js";
import { renderNumber, renderTime, renderVerdict } from "../layout/values.js";
import type { Viewing } from "../viewing.js";
import { readWanted } from "../wanted/parameters.js";
import { oneOf, text } from "../wanted/readers.js";

const STATES = ["pairing", "scoring", "analyzing", "complete"] as const;
/** Runs on one page. */
const MOST = 500;

const VERDICTS = ["pass", "inconclusive", "fail"] as const;

/** `/`: every run of the database, the newest first, those that the filter lets through. */
export function showRuns(viewing: Viewing, address: string): Piece {
  const wanted = readWanted(address, {
    ...{ model: text, rubric: text, data: text },
    ...{ verdict: oneOf(VERDICTS), state: oneOf(STATES) },
  });
  const all = listRunFacts(viewing.store);
  const shown = all.filter(
    (run) =>
      matches(run.model, wanted.model) &&
      matches(run.rubric, wanted.rubric) &&
      matches(run.data, wanted.data) &&
      matches(run.verdict, wanted.verdict) &&
      matches(run.state, wanted.state),
  );
  const fields = [
    renderSelect("Model", "model", asChoices(distinct(all.map(({ model }) => model))), wanted.model),
    renderSelect("Rubric", "rubric", asChoices(distinct(all.map(({ rubric }) => rubric))), wanted.rubric),
    renderSelect("Verdict", "verdict", asChoices(VERDICTS), wanted.verdict),
    renderSelect("State", "state", asChoices(STATES), wanted.state),
    renderSelect("Data", "data", dataChoices(all), wanted.data),
  ];
  return renderDocument(
    viewing,
    "Runs",
    "/",
    html`<h1>Runs</h1>
${all.length === 0 ? EMPTY : html`${renderFilter("/", fields)}${renderList(shown, all.length)}`}`,
  );
}

const EMPTY = html`<p class="notice">The database holds no run yet. <code>tare run DATA --model MODEL --db FILE</code> makes one, and this page shows it when it is loaded again.</p>`;

function renderList(runs: readonly RunFacts[], all: number): Piece {
  return html`<form action="/compare" method="get"><div class="wide"><table>
<caption>${captionOf(runs.length, all)}</caption>
<thead><tr><th scope="col"><abbr title="Compare">±</abbr></th><th scope="col">Run</th><th scope="col">Model</th><th scope="col">Verdict</th><th scope="col">Rubric</th><th scope="col">Data</th><th scope="col" class="number">Items</th><th scope="col">State</th><th scope="col">Begun</th><th scope="col" class="number">Seed</th></tr></thead>
<tbody>${runs.slice(0, MOST).map(renderRow)}</tbody></table></div>
${runs.length > 1 ? html`<div class="row"><button>Compare the runs ticked</button></div>` : ""}</form>`;
}

function captionOf(runs: number, all: number): string {
  const of = runs === all ? counted(all, "run") : `${count(runs)} of ${counted(all, "run")}`;
  return runs > MOST ? `${of}: the newest ${MOST}; a filter finds the others` : `${of}, the newest first`;
}

function renderRow(run: RunFacts): Piece {
  const id = run.id.slice(0, 8);
  const tick =
    run.state === "complete"
      ? html`<input type="checkbox" name="run" value="${run.id}" aria-label="Compare run ${id} of ${nameHidden(run.model)}">`
      : "";
  return html`<tr><td>${tick}</td><th scope="row"><a class="mono" href="${pathTo("run", run.id)}">${id}</a></th>
<td>${shown(run.model)}${run.dtype === "" ? "" : html` <span class="faint">${shown(run.dtype)}</span>`}</td><td>${renderVerdict(run.verdict)}</td><td>${shown(run.rubric)}</td>
<td title="${run.data}">${shown(dataName(run))}</td><td class="number">${renderNumber(run.items)}</td><td>${run.state}</td><td>${renderTime(run.createdAt)}</td><td class="number">${run.seed}</td></tr>`;
}

const matches = (value: string | null, wanted: string | undefined) =>
  wanted === undefined || value === wanted;

const distinct = (values: readonly string[]): string[] => [...new Set(values)].sort();

/** Data are told apart by their digest, and known by the name of their files. */
function dataChoices(runs: readonly RunFacts[]): Choice[] {
  const names = new Map(runs.map((run) => [run.data, `${dataName(run)} (${run.data.slice(0, 8)})`]));
  return [...names].map(([value, name]) => ({ value, name }));
}

function dataName({ file, files, data }: RunFacts): string {
  const name = file.split(/[\\/]/).at(-1) ?? "";
  if (name === "") return data.slice(0, 8);
  return files > 1 ? `${name} + ${files - 1} more` : name;
}

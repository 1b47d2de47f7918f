import type { RunView } from "../../contract.js";
import { checkpointTable, checkpointWords } from "../layout/checkpoints.js";
import { eachModel } from "./each-model.js";
import { html, type Markup } from "./markup.js";
import { queryBlock } from "./query.js";
import type { Section } from "./section.js";
import { renderTable } from "./table.js";
import { shown } from "./text.js";

/** What a policy's answers became in training; no section where the data are no rollouts. */
export function trainingSection(views: readonly RunView[]): Section[] {
  const own = views.filter((view) => checkpointTable(view).length > 0);
  if (own.length === 0) return [];
  return [{ id: "training", title: "In training", body: eachModel(own, "training", renderTraining) }];
}

function renderTraining(view: RunView, id: string): Markup {
  const [head = [], ...rows] = checkpointTable(view);
  return html`<p>${shown(checkpointWords(view))}</p>
${renderTable({
  caption: "What became of the answers",
  columns: head.map((one, at) => (at === 0 ? { head: one } : { head: one, kind: "number" as const })),
  rows,
})}
${queryBlock(view, { name: "goodhart" }, id)}`;
}

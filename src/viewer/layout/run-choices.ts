import type { Store } from "../../store/open.js";
import { listRunFacts } from "../../store/run-facts.js";
import type { Choice } from "./fields.js";
import { renderTime } from "./values.js";

/** Every run, to choose one; `chosen` is among them even where only its beginning was given. */
export function runChoices(store: Store, chosen: string | undefined): Choice[] {
  const runs = listRunFacts(store).map(({ id, model, rubric, createdAt }) => ({
    value: id,
    name: `${id.slice(0, 8)} · ${model} · ${rubric} · ${renderTime(createdAt)}`,
  }));
  const known = chosen === undefined || runs.some(({ value }) => value === chosen);
  return known ? runs : [{ value: chosen, name: chosen }, ...runs];
}

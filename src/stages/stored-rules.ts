import { extraRules, type Plan } from "../plan.js";
import { parseRubric } from "../rubric/parse.js";
import type { Rubric, Rule } from "../rubric/rubric.js";
import { nameSelected } from "../rubric/select.js";
import type { Store } from "../store/open.js";
import type { RunRow } from "../store/runs.js";
import { storedOperators } from "./stored-operators.js";

/** The rubric of a stored run and the rules it was analysed by: the rubric's, then those of operators asked for beside it. */
export function rulesOfRun(
  store: Store,
  run: Pick<RunRow, "rubricSource" | "rubricName">,
  plan: Pick<Plan, "operators">,
): { readonly rubric: Rubric; readonly rules: readonly Rule[] } {
  const { augmentations, references } = storedOperators(store, plan);
  const name = `rubric ${run.rubricName}`;
  const rubric = parseRubric(run.rubricSource, name, augmentations, undefined, { stored: true });
  const gated = new Set(rubric.rules.flatMap(({ selected }) => selected.map(nameSelected)));
  const beside = references.filter((reference) => !gated.has(reference));
  return { rubric, rules: [...rubric.rules, ...extraRules(beside, augmentations, rubric.rules)] };
}

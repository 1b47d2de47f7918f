import type { Augmentation } from "../contract.js";
import { expandOracle } from "../oracle/operators.js";
import { findOperator, splitDose } from "../pairs/compose.js";
import type { JsonPath, Problem } from "./problems.js";
import type { Selected } from "./rubric.js";

export interface Selection {
  readonly selected: readonly Selected[];
  /** The operators named, each once. */
  readonly operators: readonly Augmentation[];
  readonly problems: readonly Problem[];
}

/**
 * Expands `name` (every dose), `name@dose` and `oracle:*`, where `name` may be composed (`a+b`). `path` is that of the list.
 */
export function select(
  references: readonly string[],
  path: JsonPath,
  augmentations: readonly Augmentation[],
): Selection {
  const selected: Selected[] = [];
  const operators = new Set<Augmentation>();
  const problems: Problem[] = [];
  const each = references.flatMap((one, index) =>
    expandOracle(one).map((reference) => ({ reference, index })),
  );
  for (const { reference, index } of each) {
    const found = expand(reference, augmentations);
    if (typeof found === "string") {
      problems.push({ path: [...path, index], message: found });
      continue;
    }
    operators.add(found.operator);
    for (const dose of found.doses) {
      const one = { augmentation: found.operator.name, dose };
      if (selected.some((other) => nameSelected(other) === nameSelected(one)))
        problems.push({ path: [...path, index], message: `${nameSelected(one)} is selected twice` });
      else selected.push(one);
    }
  }
  return { selected, operators: [...operators], problems };
}

export function nameSelected({ augmentation, dose }: Selected): string {
  return dose === undefined ? augmentation : `${augmentation}@${dose}`;
}

type Expanded = { readonly operator: Augmentation; readonly doses: readonly (number | undefined)[] };

/** The operator with its doses, or what is wrong with the reference. */
function expand(reference: string, augmentations: readonly Augmentation[]): Expanded | string {
  const { name, dose } = splitDose(reference);
  const operator = findOperator(name, augmentations);
  if (typeof operator === "string") return operator;
  const doses = operator.doses ?? [];
  if (dose === undefined) return { operator, doses: doses.length === 0 ? [undefined] : doses };
  if (doses.length === 0) return `"${name}" has no doses: leave out "@${dose}"`;
  if (dose.trim() === "" || !doses.includes(Number(dose)))
    return `"${dose}" is no dose of "${name}": it has ${doses.join(", ")}`;
  return { operator, doses: [Number(dose)] };
}

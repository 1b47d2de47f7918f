import type { Augmentation } from "../contract.js";
import { TareError } from "../errors.js";
import type { Plan } from "../plan.js";
import type { Store } from "../store/open.js";
import { readOperator } from "../store/operators.js";

/** `length-padding@2 v1` of a plan. */
const PLANNED = /^(?<name>.+?)(?:@(?<dose>[^@+ ]+))? v(?<version>\d+)$/;

/**
 * The operators of a stored run as they were declared when it began, with the doses it used; they change no text.
 * `references` are their names in the plan's order, `name` or `name@dose`.
 */
export function storedOperators(
  store: Store,
  { operators }: Pick<Plan, "operators">,
): { readonly augmentations: readonly Augmentation[]; readonly references: readonly string[] } {
  const planned = operators.map((operator) => PLANNED.exec(operator)!.groups as Record<string, string>);
  const names = [...new Set(planned.map(({ name }) => name!))];
  const augmentations = names.map((name): Augmentation => {
    const own = planned.filter((one) => one.name === name);
    const doses = own.flatMap(({ dose }) => (dose === undefined ? [] : [Number(dose)]));
    const stored = readOperator(store, name, Number(own[0]!.version));
    if (stored === undefined)
      throw new TareError("TARE_DB_DAMAGED", `the operator ${name} of a run is not in it`, {
        where: store.path,
      });
    return {
      ...stored,
      ...{ applies: "", languages: "any", preserves: [], examples: [] },
      ...(doses.length > 0 ? { doses: doses.sort((a, b) => a - b) } : {}),
      apply: () => ({ skip: "stored" }),
    } as Augmentation;
  });
  const references = planned.map(({ name, dose }) => (dose === undefined ? name! : `${name}@${dose}`));
  return { augmentations, references };
}

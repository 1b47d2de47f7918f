import type { Augmentation } from "../contract.js";
import { isPath } from "../discover.js";
import { TareError } from "../errors.js";
import { isOracleName } from "../oracle/operators.js";
import { findOperator } from "../pairs/compose.js";
import type { Selected } from "../pairs/propose.js";
import { loadAugmentations } from "../registry.js";
import { select } from "../rubric/select.js";
import { baseName, splitReference } from "../stages/references.js";

/** What a thread needs to find the operators again: functions do not travel. */
export interface Choice {
  readonly paths: readonly string[];
  readonly cwd: string;
  readonly operators: readonly { readonly augmentation: string; readonly dose: number | undefined }[];
}

/** The operators named (all doses where none is), or each one of the package, of doses the middle one. Throws TARE_UNKNOWN_NAME, TARE_ORACLE_MISSING. */
export async function chooseOperators(asked: readonly string[], cwd: string): Promise<Choice> {
  const references = asked.map(splitReference);
  const paths = references.filter(({ name }) => isPath(name)).map(({ name }) => name);
  const known = await loadAugmentations(paths, cwd);
  if (asked.length === 0) {
    const operators = known.map(({ name, doses = [] }) => ({
      augmentation: name,
      dose: doses[doses.length >> 1],
    }));
    return { paths, cwd, operators };
  }
  const names = [...new Set(references.map(({ name, dose }) => `${baseName(name)}${dose}`))];
  const { selected, problems } = select(names, [], known);
  if (problems.length > 0)
    throw new TareError("TARE_UNKNOWN_NAME", problems.map(({ message }) => message).join("; "));
  const oracle = selected.find(({ augmentation }) => isOracleName(augmentation));
  if (oracle !== undefined)
    throw new TareError(
      "TARE_ORACLE_MISSING",
      `${oracle.augmentation} is made by an oracle, and only a run asks one`,
      {
        fix: "Weigh with `tare run … --oracle`; `tare export` writes the pairs of a run.",
      },
    );
  return {
    paths,
    cwd,
    operators: selected.map(({ augmentation, dose }) => ({ augmentation, dose: dose ?? undefined })),
  };
}

export async function loadChosen({ paths, cwd, operators }: Choice): Promise<Selected[]> {
  const known = await loadAugmentations(paths, cwd);
  return operators.map(({ augmentation, dose }) => ({
    augmentation: findOperator(augmentation, known) as Augmentation, // chooseOperators found it
    dose,
  }));
}

import { DEGRADED, intendedBy, isOracleName, UPGRADED } from "../oracle/operators.js";
import { partsOf } from "./compose.js";
import type { Selected } from "./propose.js";

/** The oracle operators among those of a run, each once; of a composed one its first part. */
export function oracleOperators(selected: readonly Selected[]): string[] {
  const names = selected.map(
    ({ augmentation }) => (partsOf(augmentation)?.[0]?.augmentation ?? augmentation).name,
  );
  return [...new Set(names.filter(isOracleName))];
}

/** Those that an oracle is asked for: an irrelevant query is made of a degradation or an upgrade. */
export function madeFor(operators: readonly string[]): string[] {
  const made = operators.flatMap((name) =>
    intendedBy(name)?.kind === "irrelevant-query" ? [DEGRADED, UPGRADED] : [name],
  );
  return [...new Set(made)];
}

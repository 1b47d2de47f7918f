import type { Augmentation } from "../contract.js";
import { isOracleName } from "../oracle/operators.js";
import { findOperator } from "../pairs/compose.js";
import type { Selected } from "./rubric.js";

/** The first of a rule's operators that compares two texts rather than changing one; undefined where there is none. */
export function pairingIn(
  selected: readonly Selected[],
  augmentations: readonly Augmentation[],
): string | undefined {
  return selected.find(({ augmentation: name }) => {
    const found = findOperator(name, augmentations);
    return typeof found !== "string" && found.changes === "pairing";
  })?.augmentation;
}

/** The first that an oracle makes: of one answer of an item, so that chosen and rejected are never changed alike. */
export function oracleIn(selected: readonly Selected[]): string | undefined {
  return selected.find(({ augmentation }) => isOracleName(augmentation))?.augmentation;
}

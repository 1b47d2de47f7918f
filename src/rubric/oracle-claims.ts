import { expandOracle, isOracleName } from "../oracle/operators.js";
import { RULE_LISTS, type RubricDocument } from "./document.js";

type Section = { readonly attribute: string; readonly augmentations: readonly string[] };

/** Attributes of a rubric -> the oracle operators that their claims rest on; none of those that rest on rules alone. */
export function oracleClaims(
  document: Pick<RubricDocument, (typeof RULE_LISTS)[number]>,
): Record<string, readonly string[]> {
  const rules = RULE_LISTS.flatMap((list): readonly Section[] => document[list]);
  const claims = new Map<string, readonly string[]>();
  for (const { attribute, augmentations } of rules) {
    const own = augmentations.flatMap((name) => expandOracle(name)).filter(isOracleName);
    if (own.length > 0) claims.set(attribute, [...(claims.get(attribute) ?? []), ...own]);
  }
  return Object.fromEntries(claims);
}

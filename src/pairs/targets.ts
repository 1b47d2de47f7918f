import type { Augmentation, Item } from "../contract.js";
import { OWN_PAIRS } from "../formats/own-subset.js";
import { startOf } from "../oracle/interventions/start.js";
import { intendedBy } from "../oracle/operators.js";
import { partsOf } from "./compose.js";
import { leading } from "./leading.js";
import { isOwn } from "./own-operators.js";

/**
 * Degradations and upgrades start from `chosen` and unranked answers only: a degradation of an answer
 * that is already wrong may mend it, and its label would be false. Invariances hold for every answer.
 * Pairings compare the answers of an item, hence once an item. Pairs of a user's own know their own bases only.
 * An oracle is asked about one answer of an item.
 */
export function targets(item: Item, augmentation: Augmentation): number[] {
  if (isOwn(augmentation) && item.subset !== OWN_PAIRS) return [];
  const { name } = partsOf(augmentation)?.[0]?.augmentation ?? augmentation;
  const intended = intendedBy(name);
  if (intended !== undefined) return [startOf(item, intended)];
  if (augmentation.changes === "pairing") return [leading(item.responses)];
  const moves = augmentation.expects === "lower" || augmentation.expects === "higher";
  return item.responses.flatMap(({ role }, index) => (moves && role === "rejected" ? [] : [index]));
}

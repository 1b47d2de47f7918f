import type { ScoredPair, ScoredResponse } from "../store/scored-pairs.js";
import type { ItemValue } from "./item-values.js";
import { comparisonsUnder } from "./order.js";

/**
 * Pairs of one operator at one dose that change the prompt: a shift common to all answers of a prompt changes no
 * policy (statistics.md §3), so that only what it does to margins is looked at.
 */
export function changesPrompt(pairs: readonly ScoredPair[]): boolean {
  return pairs[0]?.changes === "prompt";
}

export const NO_MARGIN =
  "a change of the prompt is judged on margins, and no item has a chosen and a rejected answer that both took it";

/**
 * How far the margin of chosen over rejected moves when both come under the changed prompt, in raw units: one value a
 * comparison whose answers both gave a valid pair, of the same style where the data has styles.
 */
export function marginMoves(responses: readonly ScoredResponse[], pairs: readonly ScoredPair[]): ItemValue[] {
  return comparisonsUnder(responses, pairs).flatMap(
    ({ item, prompt, chosen, rejected, chosenShift, rejectedShift }) => {
      if (chosenShift === undefined || rejectedShift === undefined) return [];
      const value = chosenShift - rejectedShift;
      // Four scores are added: a sum that is off zero by their rounding alone is none.
      const rounding =
        4 *
        Number.EPSILON *
        (Math.abs(chosen) + Math.abs(rejected) + Math.abs(chosenShift) + Math.abs(rejectedShift));
      return [{ item, prompt, value: Math.abs(value) <= rounding ? 0 : value }];
    },
  );
}

/** A margin's move is made of two differences, so that noise reaches twice as far as in one. */
export function tiedMargins(moves: readonly ItemValue[], tolerance: number): ItemValue[] {
  return moves.filter(({ value }) => Math.abs(value) <= 2 * tolerance);
}

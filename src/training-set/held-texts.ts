import type { Text } from "../contract.js";
import { digestOf } from "../keys.js";
import type { Store } from "../store/open.js";
import {
  type PairFamily,
  pairTextsReader,
  readRunAnswers,
  readTrainingPairs,
} from "../store/training-pairs.js";

type Texts = { readonly base: Text; readonly variant: Text };

/**
 * Tells pairs that hold what was written for a pair held out, though they are another operator's: the degraded answer of
 * `oracle:degrade` stands in `oracle:irrelevant-query` too. The data's own answers are nobody's. Nothing is read where
 * nothing is held out.
 */
export function heldTexts(
  store: Store,
  run: string,
  isHeld: ((pair: PairFamily) => boolean) | undefined,
): (texts: Texts) => boolean {
  if (isHeld === undefined) return () => false;
  const held = new Set<string>();
  const textsOf = pairTextsReader(store);
  for (const pair of readTrainingPairs(store, run)) {
    if (!isHeld(pair)) continue;
    const { base, variant } = textsOf(pair.pair);
    held.add(digestOf(base.response)).add(digestOf(variant.response));
  }
  for (const answer of readRunAnswers(store, run)) held.delete(digestOf(answer));
  return ({ base, variant }) => held.has(digestOf(base.response)) || held.has(digestOf(variant.response));
}

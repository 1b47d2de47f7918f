import { type Corpus, type Item, isSkip, type Skip, skip, type Text } from "../contract.js";
import { MAY_COME } from "../oracle/asking.js";
import { DEGRADED, type Intended, UPGRADED } from "../oracle/operators.js";

/** Why there is no pair, in more words than its reason. */
export interface Declined extends Skip {
  readonly detail?: string;
}

/** What an oracle made of an item for an operator: two verified responses to its prompt, or why there are none. */
export type OracleLook = (
  item: string,
  operator: string,
) => { readonly base: string; readonly variant: string } | Declined;

/** The pair of an oracle operator: looked up, since it was made before the run began. */
export function oraclePair(
  { id, prompt }: Item,
  operator: string,
  intended: Intended,
  look: OracleLook,
  corpus: Corpus,
): { readonly base: Text; readonly variant: Text } | Declined {
  if (intended.kind !== "irrelevant-query") return under(prompt, look(id, operator));
  const degraded = look(id, DEGRADED);
  const found = isSkip(degraded) ? look(id, UPGRADED) : degraded;
  // Where both are lacking, what is told is why the first one is; unless the second may come yet.
  if (isSkip(found)) return isSkip(degraded) && !MAY_COME.has(found.skip) ? degraded : found;
  const donor = corpus.donor();
  return donor === undefined ? skip("no-donor") : under(donor.messages, found);
}

function under(messages: Text["messages"], found: ReturnType<OracleLook>) {
  if (isSkip(found)) return found;
  const { base, variant } = found;
  return { base: { messages, response: base }, variant: { messages, response: variant } };
}

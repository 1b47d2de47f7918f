import { loadAugmentations } from "../registry.js";
import { openRubric } from "../rubric/open.js";
import type { Around } from "../stages/around.js";
import { gatherItems } from "../stages/gather.js";
import { openReading, type ReadingAsked } from "../stages/open-reading.js";
import type { Statement } from "./document.js";

export interface DataInHand extends ReadingAsked {
  readonly data: readonly string[];
  readonly limit?: number | undefined;
  readonly maxWords?: number | undefined;
}

/** Where the data in hand are not those that were weighed. Read as `tare run` reads them, and kept nowhere. */
export async function compareData(
  { data, run }: Statement["predicate"],
  hand: DataInHand,
  around: Around,
): Promise<string[]> {
  const reading = await openReading(hand, around.cwd);
  const { limit, maxWords } = hand;
  const options = { ...around, files: hand.data, ...reading, limit, maxWords, seed: run.seed };
  const { digest, items } = await gatherItems(undefined, options, around.progress);
  if (digest === data.digest) return [];
  const many = `${items.length} items here, ${data.items} were weighed`;
  return [
    `the data are others than the attested ones (${many}); --limit and --max-words must be those of the run`,
  ];
}

/** Where the rubric in hand makes other promises; white space and order of fields are none. */
export async function compareRubric(
  { rubric }: Statement["predicate"],
  nameOrPath: string,
  cwd: string,
  operators: readonly string[],
): Promise<string[]> {
  const found = openRubric(nameOrPath, cwd, await loadAugmentations(operators, cwd));
  if (found.digest === rubric.digest) return [];
  return [`the rubric ${found.name} makes other promises than the attested ${rubric.name}`];
}

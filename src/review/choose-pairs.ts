import { TareError } from "../errors.js";
import type { Around } from "../stages/around.js";
import { baseName, splitReference } from "../stages/references.js";
import { listPairs, readPair, writePairs } from "../store/judgements.js";
import type { Store } from "../store/open.js";
import { type BlindPair, blind } from "./blind.js";
import { type DrawOptions, drawPairs } from "./draw.js";
import { inRandomOrder } from "./random-order.js";

/**
 * The pairs to read, in a random order that mixes operators: made of the data and stored, or, without data, drawn from the
 * pairs that the database holds (one a prompt and operator). Throws TARE_REVIEW_PAIR where there is none.
 */
export async function choosePairs(store: Store, options: DrawOptions, around: Around): Promise<BlindPair[]> {
  const { data, augmentations, pairs: wanted, seed } = options;
  if (data.length > 0) {
    const { pairs, operators } = await drawPairs(options, around);
    if (pairs.length === 0) throw none("the operators make no pair of these data");
    writePairs(store, seed, pairs, operators);
    return pairs.map((pair) => blind(pair, seed));
  }
  const keys = drawStored(store, augmentations, wanted, seed);
  if (keys.length === 0) throw none("the database holds no pair of these operators");
  return keys.map((key) => blind({ key, ...readPair(store, key)! }, seed));
}

function drawStored(store: Store, augmentations: readonly string[], wanted: number, seed: number): string[] {
  const references = augmentations.map(splitReference).map(({ name, dose }) => ({
    augmentation: baseName(name),
    dose: dose === "" ? undefined : Number(dose.slice(1)),
  }));
  const ranked = inRandomOrder(listPairs(store, references), seed, ({ key }) => key);
  const prompts = new Map<string, Set<string>>();
  return ranked.flatMap(({ key, augmentation, prompt }) => {
    const seen = prompts.get(augmentation) ?? new Set();
    prompts.set(augmentation, seen);
    if (seen.size >= wanted || seen.has(prompt)) return [];
    seen.add(prompt);
    return [key];
  });
}

function none(what: string): TareError {
  return new TareError("TARE_REVIEW_PAIR", what);
}

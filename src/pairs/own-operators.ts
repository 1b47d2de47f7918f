import { type Augmentation, skip, type Text } from "../contract.js";
import { TareError } from "../errors.js";
import { digestOf, promptKey } from "../keys.js";
import type { OwnPair } from "./own-pair.js";

const own = new WeakSet<Augmentation>();

/** Does this operator only hand out pairs that a user wrote? */
export function isOwn(augmentation: Augmentation): boolean {
  return own.has(augmentation);
}

export interface PlacedPair extends OwnPair {
  /** `pairs.jsonl:7` */
  readonly place: string;
}

/**
 * The operators that a user's pairs stand for, named `pairs/NAME`. Each gives the written variant of a base.
 * Throws TARE_DATA_FIELD where pairs of one operator expect different things or give one base two variants.
 */
export function operatorsOf(pairs: readonly PlacedPair[]): Augmentation[] {
  const groups = new Map<string, PlacedPair[]>();
  for (const pair of pairs) {
    const mine = groups.get(pair.augmentation);
    if (mine === undefined) groups.set(pair.augmentation, [pair]);
    else mine.push(pair);
  }
  return [...groups].map(([name, mine]) => operatorOf(`pairs/${name}`, mine));
}

function operatorOf(name: string, pairs: readonly PlacedPair[]): Augmentation {
  const first = pairs[0]!;
  const variants = new Map<string, PlacedPair>();
  for (const pair of pairs) {
    for (const field of ["expects", "attribute"] as const)
      if (pair[field] !== first[field])
        refuse(
          pair,
          `field "${field}" is ${JSON.stringify(pair[field])}, but ${JSON.stringify(first[field])} at ${first.place}`,
        );
    if ((pair.dose === undefined) !== (first.dose === undefined))
      refuse(pair, `pairs of one augmentation all have a dose or none has; not so at ${first.place}`);
    const key = keyOf({ messages: pair.prompt, response: pair.base }, pair.dose);
    const known = variants.get(key);
    if (known !== undefined) refuse(pair, `the same prompt, base and augmentation as at ${known.place}`);
    variants.set(key, pair);
  }
  const doses = [...new Set(pairs.flatMap(({ dose }) => dose ?? []))].sort((a, b) => a - b);
  const find = (text: Text, dose: number | undefined) => variants.get(keyOf(text, dose));
  const common = {
    name,
    summary: `Pairs of your own: ${pairs.length}.`,
    // A changed file is a new version.
    version: 1 + Number.parseInt(digestOf(pairs.map(({ place: _, ...pair }) => pair)).slice(0, 7), 16),
    expects: first.expects,
    attribute: first.attribute,
    applies: "The bases of the file.",
    languages: "any",
    preserves: [],
    ...(doses.length === 0 ? {} : { doses }),
    source: first.place.replace(/:\d+$/u, ""),
    examples: [],
  } as const;
  const operator: Augmentation = pairs.some(({ variantPrompt }) => variantPrompt !== undefined)
    ? {
        ...common,
        changes: "pairing",
        apply({ chosen }, { dose }) {
          const pair = find(chosen, dose);
          if (pair === undefined) return skip("not-in-file");
          return {
            base: chosen,
            variant: { messages: pair.variantPrompt ?? chosen.messages, response: pair.variant },
          };
        },
      }
    : {
        ...common,
        changes: "response",
        apply: (text, { dose }) => find(text, dose)?.variant ?? skip("not-in-file"),
      };
  own.add(Object.freeze(operator));
  return operator;
}

function keyOf({ messages, response }: Text, dose: number | undefined): string {
  return JSON.stringify([promptKey(messages), response, dose ?? null]);
}

function refuse({ place }: PlacedPair, what: string): never {
  throw new TareError("TARE_DATA_FIELD", what, { where: place });
}

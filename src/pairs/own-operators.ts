import { type Augmentation, skip, type Text } from "../contract.js";
import { TareError } from "../errors.js";
import { digestOf, promptKey } from "../keys.js";
import { nameOwn } from "./own-names.js";
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
 * `refuse` gets the TARE_DATA_FIELD of a pair that expects another thing than its operator or gives one base a second
 * variant: what it does not throw is left out.
 */
export function operatorsOf(
  pairs: readonly PlacedPair[],
  refuse: (failure: TareError) => void,
): Augmentation[] {
  const groups = new Map<string, PlacedPair[]>();
  for (const pair of nameOwn(pairs)) {
    const mine = groups.get(pair.augmentation);
    if (mine === undefined) groups.set(pair.augmentation, [pair]);
    else mine.push(pair);
  }
  return [...groups].map(([name, mine]) => operatorOf(`pairs/${name}`, mine, refuse));
}

function operatorOf(
  name: string,
  all: readonly PlacedPair[],
  refuse: (failure: TareError) => void,
): Augmentation {
  const first = all[0]!;
  const variants = new Map<string, PlacedPair>();
  for (const pair of all) {
    const key = keyOf({ messages: pair.prompt, response: pair.base }, pair.dose);
    const wrong = problemOf(pair, first, variants.get(key));
    if (wrong === undefined) variants.set(key, pair);
    else refuse(new TareError("TARE_DATA_FIELD", wrong, { where: pair.place }));
  }
  const pairs = [...variants.values()];
  const doses = [...new Set(pairs.flatMap(({ dose }) => dose ?? []))].sort((a, b) => a - b);
  const find = (text: Text, dose: number | undefined) => variants.get(keyOf(text, dose));
  const common = {
    name,
    summary: `Pairs of your own: ${pairs.length}.`,
    // A changed file is a new version.
    version:
      1 + Number.parseInt(digestOf(pairs.map(({ place: _, named: __, ...pair }) => pair)).slice(0, 7), 16),
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

/** Why a pair does not go with the first of its operator, or with the one known of its base. */
function problemOf(pair: PlacedPair, first: PlacedPair, known: PlacedPair | undefined): string | undefined {
  for (const field of ["expects", "attribute"] as const)
    if (pair[field] !== first[field])
      return (
        `field "${field}" is ${JSON.stringify(pair[field])}, but ${JSON.stringify(first[field])} at ${first.place}: ` +
        `pairs of one augmentation (here "${pair.augmentation}") have one ${field}; give these another name`
      );
  if ((pair.dose === undefined) !== (first.dose === undefined))
    return `pairs of one augmentation all have a dose or none has; not so at ${first.place}`;
  return known && `the same prompt, base and augmentation as at ${known.place}`;
}

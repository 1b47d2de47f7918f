import { requireFamilies } from "../augment/hold-out.js";
import type { Augmentation } from "../contract.js";
import { expandOracle, ORACLE_OPERATORS, oracleOperator } from "../oracle/operators.js";
import type { PairFamily } from "../store/training-pairs.js";
import { partNames } from "../training/part-names.js";

type Family = Pick<Augmentation, "name" | "attribute">;

export interface HeldOut {
  readonly isHeld: (pair: PairFamily) => boolean;
  /** Every known operator that is held out, also those without a pair in the run. */
  readonly names: readonly string[];
}

/**
 * Which pairs of a run stay out of a training set, for a gate to rest on: those of an operator, of all of an attribute, and of
 * what is composed with one. `oracle:degrade` stands for its attributes too, and the attribute of an oracle's pair is the one
 * that it was asked to move. Throws TARE_UNKNOWN_NAME.
 */
export function holdOut(
  asked: readonly string[],
  pairs: readonly PairFamily[],
  known: readonly Family[],
): HeldOut {
  const families = new Map<string, Family>(
    [
      ...known,
      ...ORACLE_OPERATORS.map((name) => oracleOperator(name)!),
      ...pairs.map(({ augmentation, family }) => ({ name: augmentation, attribute: family })),
    ].map((one) => [one.name, one]),
  );
  const wanted = asked.flatMap(expandOracle);
  requireFamilies(wanted, [
    ...[...families.values()].flatMap(({ name, attribute }) => [name, attribute]),
    ...pairs.map(({ attribute }) => attribute),
  ]);
  const isWanted = ({ name, attribute }: Family) =>
    wanted.some((one) => one === name || one === attribute || name.startsWith(`${one}/`));
  const names = new Set([...families.values()].filter(isWanted).map(({ name }) => name));
  return {
    names: [...names],
    isHeld: ({ augmentation, attribute }) =>
      names.has(augmentation) ||
      wanted.includes(attribute) ||
      partNames(augmentation).some((part) => names.has(part)),
  };
}

import { TareError } from "../errors.js";
import { didYouMean } from "../nearest.js";
import { isOracleName } from "../oracle/operators.js";
import type { PairFamily } from "../store/training-pairs.js";
import type { Only } from "./choices.js";
import { operatorOf } from "./rows.js";

/**
 * Whether a pair is asked for: by NAME, NAME@DOSE or PREFIX*, and by who made it. Throws TARE_UNKNOWN_NAME where a name has no
 * pair in the run.
 */
export function chosenPairs(
  { augmentations, only }: { readonly augmentations: readonly string[]; readonly only: Only | undefined },
  pairs: readonly PairFamily[],
): (pair: PairFamily) => boolean {
  const known = new Set(pairs.flatMap((pair) => [pair.augmentation, operatorOf(pair)]));
  for (const reference of augmentations)
    if (![...known].some((name) => isNamed(reference, name)))
      throw new TareError(
        "TARE_UNKNOWN_NAME",
        `the run holds no pair of "${reference}"${didYouMean(reference, [...known])}`,
        { fix: `Its operators: ${[...known].sort().join(", ")}.` },
      );
  return (pair) =>
    (only === undefined || (only === "oracle") === isOracleName(pair.augmentation)) &&
    (augmentations.length === 0 ||
      augmentations.some((name) => isNamed(name, pair.augmentation) || isNamed(name, operatorOf(pair))));
}

function isNamed(reference: string, name: string): boolean {
  return reference.endsWith("*") ? name.startsWith(reference.slice(0, -1)) : name === reference;
}

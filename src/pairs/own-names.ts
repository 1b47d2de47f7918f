import type { PlacedPair } from "./own-operators.js";

/**
 * Names the pairs that have none. One operator has one expectation and one attribute: where a file's unnamed pairs differ
 * in them, each such group is an operator of its own, `FILE-lower`, `FILE-lower-ATTRIBUTE`; else `FILE` is one.
 */
export function nameOwn(pairs: readonly PlacedPair[]): PlacedPair[] {
  const groups = new Map<string, Set<string>>();
  for (const pair of pairs)
    if (!pair.named)
      groups.set(pair.augmentation, (groups.get(pair.augmentation) ?? new Set()).add(groupOf(pair)));
  return pairs.map((pair) =>
    pair.named || groups.get(pair.augmentation)!.size === 1 ? pair : { ...pair, augmentation: groupOf(pair) },
  );
}

function groupOf({ augmentation, expects, attribute }: PlacedPair): string {
  // @ and + mean a dose and a composition in the name of an operator.
  const own = attribute === augmentation ? "" : `-${attribute.replace(/[@+\s]+/gu, "-")}`;
  return `${augmentation}-${expects}${own}`;
}

import type { ScoredResponse, SkippedPair } from "../store/scored-pairs.js";
import { changesPrompt, marginMoves, tiedMargins } from "./margin.js";
import type { PairGroup, Rulers } from "./metrics.js";

/** How many of something each item has; items with none may be missing. */
export type ItemCounts = ReadonlyMap<string, number>;

/** Pairs within the tie tolerance, and pairs that came to nothing. */
export interface Tallies {
  readonly ties: ItemCounts;
  readonly skipped: ItemCounts;
}

export function tallies(
  groups: readonly PairGroup[],
  skipped: readonly SkippedPair[],
  responses: readonly ScoredResponse[],
  { tolerance }: Rulers,
): Tallies {
  const ties = groups.flatMap(({ pairs }): readonly { readonly item: string }[] =>
    changesPrompt(pairs)
      ? tiedMargins(marginMoves(responses, pairs), tolerance)
      : pairs.filter(({ base, variant }) => Math.abs(variant - base) <= tolerance),
  );
  return { ties: countByItem(ties), skipped: countByItem(skipped) };
}

export function countByItem(rows: readonly { readonly item: string }[]): ItemCounts {
  const counts = new Map<string, number>();
  for (const { item } of rows) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

export function total(counts: ItemCounts): number {
  let sum = 0;
  for (const count of counts.values()) sum += count;
  return sum;
}

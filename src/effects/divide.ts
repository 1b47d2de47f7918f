import type { Stratum, StratumKind } from "../contract.js";
import type { ItemFacts } from "../store/item-facts.js";

export type { ItemFacts } from "../store/item-facts.js";

/** One way of dividing the items; each lies in one part, or in none where nothing is known of it. */
export interface Division {
  readonly kind: Exclude<StratumKind, "side">;
  readonly values: readonly string[];
  readonly of: ReadonlyMap<string, string>;
}

/** The ways in which the items differ, and those that are asked for. */
export function divideItems(facts: readonly ItemFacts[], asked: readonly Stratum[]): Division[] {
  const divisions = [
    division("subset", facts, ({ subset }) => subset),
    division("language", facts, ({ language }) => language),
    division("length", facts, lengthOf(facts)),
  ];
  const named = new Set(asked.map(({ kind }) => kind));
  return divisions.filter(({ kind, values }) => values.length > 1 || named.has(kind));
}

function division(
  kind: Division["kind"],
  facts: readonly ItemFacts[],
  partOf: (fact: ItemFacts) => string,
): Division {
  const of = new Map<string, string>();
  for (const fact of facts) {
    const value = partOf(fact);
    if (value !== "") of.set(fact.item, value);
  }
  return { kind, values: [...new Set(of.values())].sort(), of };
}

/** Thirds of the items by length; items as long as the last one of a third belong to it. */
function lengthOf(facts: readonly ItemFacts[]): (fact: ItemFacts) => string {
  const sorted = Float64Array.from(facts, ({ length }) => length).sort();
  const lastOf = (third: number) => sorted[Math.ceil((sorted.length * third) / 3) - 1] ?? 0;
  const [short, medium] = [lastOf(1), lastOf(2)];
  return ({ length }) => (length <= short ? "short" : length <= medium ? "medium" : "long");
}

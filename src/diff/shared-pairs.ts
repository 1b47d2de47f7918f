import type { PairPlace } from "../store/pair-places.js";

/** Pairs of one operator at one dose that only one side has, or that both have otherwise, by the reason. */
export interface Unshared {
  readonly augmentation: string;
  readonly dose: number | null;
  readonly why: string;
  readonly pairs: number;
}

export interface SharedPairs {
  /** Places (see `placeOf`) at which both sides hold the very same valid pair. */
  readonly places: ReadonlySet<string>;
  readonly unshared: readonly Unshared[];
}

export function placeOf({ item, position, dose }: Pick<PairPlace, "item" | "position" | "dose">): string {
  return `${item}/${position}/${dose ?? 0}`;
}

/**
 * What two sides have in common of one operator, by the keys of the pairs: both texts, the dose, the seed and the operator's
 * version are the same. Everything else that either side holds as evidence is counted with its reason.
 */
export function sharePairs(
  augmentation: string,
  a: readonly PairPlace[],
  b: readonly PairPlace[],
  items: { readonly a: ReadonlySet<string>; readonly b: ReadonlySet<string> },
): SharedPairs {
  const [inA, inB] = [a, b].map((own) => new Map(own.map((place) => [placeOf(place), place]))) as [
    Map<string, PairPlace>,
    Map<string, PairPlace>,
  ];
  const places = new Set<string>();
  const counts = new Map<string, Unshared & { pairs: number }>();
  const count = ({ dose }: PairPlace, why: string) => {
    const name = `${dose ?? 0} ${why}`;
    const row = counts.get(name) ?? { augmentation, dose, why, pairs: 0 };
    counts.set(name, { ...row, pairs: row.pairs + 1 });
  };
  for (const [name, mine] of inA) {
    if (mine.pair === null) continue;
    const other = inB.get(name);
    if (other?.pair === mine.pair) places.add(name);
    else count(mine, other?.pair ? otherwise(mine, other) : missing(mine, other, "B", items.b));
  }
  for (const [name, mine] of inB)
    if (mine.pair !== null && !inA.get(name)?.pair) count(mine, missing(mine, inA.get(name), "A", items.a));
  const unshared = [...counts.values()].sort(
    (x, y) => (x.dose ?? 0) - (y.dose ?? 0) || (x.why < y.why ? -1 : x.why > y.why ? 1 : 0),
  );
  return { places, unshared };
}

/** Both have a pair here, and not the same. */
function otherwise(a: PairPlace, b: PairPlace): string {
  if (a.version !== b.version) return `operator version ${a.version} in A, ${b.version} in B`;
  return a.seed === b.seed ? "other texts, made by the same operator" : `seed ${a.seed} in A, ${b.seed} in B`;
}

function missing(
  { item }: PairPlace,
  place: PairPlace | undefined,
  side: "A" | "B",
  items: ReadonlySet<string>,
): string {
  if (!items.has(item)) return `the item is not in the data of ${side}`;
  return place === undefined ? `not tried in ${side}` : `${place.reason} in ${side}`;
}

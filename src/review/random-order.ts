import { digestOf } from "../keys.js";

/** The order in which a review of this seed comes to what these keys name: of items to draw from, and of pairs to read. */
export function inRandomOrder<T>(list: readonly T[], seed: number, keyOf: (one: T) => string): T[] {
  return list
    .map((one) => ({ one, rank: digestOf(["review", seed, keyOf(one)]) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .map(({ one }) => one);
}

import { expect, test } from "vitest";
import { sharePairs } from "../../src/diff/shared-pairs.js";
import type { PairPlace } from "../../src/store/pair-places.js";

const place = (item: string, more: Partial<PairPlace> = {}): PairPlace => ({
  ...{ item, position: 0, dose: null, pair: `pair of ${item}`, version: 1, seed: 1, reason: "" },
  ...more,
});
const refused = (item: string, reason: string, more: Partial<PairPlace> = {}) =>
  place(item, { pair: null, reason, version: 0, seed: 0, ...more });
const share = (
  a: readonly PairPlace[],
  b: readonly PairPlace[],
  items = { a: ["x", "y", "z"], b: ["x", "y", "z"] },
) => sharePairs("op", a, b, { a: new Set(items.a), b: new Set(items.b) });

test("the same key at the same place is shared, and nothing else is", () => {
  const { places, unshared } = share(
    [place("x"), place("y", { dose: 2 })],
    [place("y", { dose: 2 }), place("x")],
  );
  expect([...places].sort()).toEqual(["x/0/0", "y/0/2"]);
  expect(unshared).toEqual([]);
});

test.each([
  ["another version", place("x", { pair: "p", version: 2 }), "operator version 1 in A, 2 in B"],
  ["another seed", place("x", { pair: "p", seed: 7 }), "seed 1 in A, 7 in B"],
  ["other texts", place("x", { pair: "p" }), "other texts, made by the same operator"],
  ["refused by a guard", refused("x", "truncated-away"), "truncated-away in B"],
])("%s: counted with its reason", (_, other, why) => {
  const { places, unshared } = share([place("x")], [other]);
  expect(places.size).toBe(0);
  expect(unshared).toEqual([{ augmentation: "op", dose: null, why, pairs: 1 }]);
});

test("every pair that either side holds is shared or counted once; what neither holds is not", () => {
  const a = [
    place("x"),
    place("y"),
    refused("z", "too-short"),
    place("w", { dose: 2 }),
    place("v", { dose: 2 }),
  ];
  const b = [place("x"), refused("y", "truncated-by-model"), refused("z", "too-short"), place("u")];
  const { places, unshared } = share(a, b, { a: ["v", "w", "x", "y", "z"], b: ["u", "x", "y", "z", "v"] });
  expect(places.size).toBe(1);
  expect(unshared).toEqual([
    { augmentation: "op", dose: null, why: "the item is not in the data of A", pairs: 1 },
    { augmentation: "op", dose: null, why: "truncated-by-model in B", pairs: 1 },
    { augmentation: "op", dose: 2, why: "not tried in B", pairs: 1 },
    { augmentation: "op", dose: 2, why: "the item is not in the data of B", pairs: 1 },
  ]);
});

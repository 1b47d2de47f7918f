import { expect, it } from "vitest";
import { boundLadder } from "../../src/stats/bound-ladder.js";

const bounds = () => Float64Array.from({ length: 19 }, (_, i) => 19 - i);

it("reads p = (1 + those not clear of the bound) / 20 and its inverse off 19 replicates", () => {
  const ladder = boundLadder(bounds(), bounds());
  expect([0, 1, 1.5, 19, 20].map((bound) => ladder.pGreater(bound))).toEqual([0.05, 0.1, 0.1, 1, 1]);
  expect([20, 19, 18.5, 1].map((bound) => ladder.pLess(bound))).toEqual([0.05, 0.1, 0.1, 1]);
  // p < .1 allows no replicate, p < .11 one.
  expect([ladder.lower(0.1), ladder.lower(0.11), ladder.upper(0.1), ladder.upper(0.11)]).toEqual([
    1, 2, 19, 18,
  ]);
});

it("has no bound at an alpha that 1 / (B + 1) cannot go below", () => {
  const ladder = boundLadder(bounds(), bounds());
  expect([ladder.lower(0.05), ladder.upper(0.05)]).toEqual([
    Number.NEGATIVE_INFINITY,
    Number.POSITIVE_INFINITY,
  ]);
  expect(() => ladder.lower(0)).toThrow(RangeError);
  expect(() => ladder.pGreater(Number.NaN)).toThrow(RangeError);
});

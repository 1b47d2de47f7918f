import { expect, test } from "vitest";
import { curedAlone, nameCause } from "../../src/scoring/noise-cause.js";

// SD of 0, 1, 2 is 1: a thousandth is 0.001, a twentieth 0.05.
const SCORES = [[0], [1], [2]];
const cause = (repeat: number, batched: number, padded: number) =>
  nameCause(SCORES, { repeat: [repeat], batched: [batched], padded: [padded] });

test.each([
  [0, 0, 0, /^$/, false],
  [0.0009, 0.0009, 0.0009, /^$/, false],
  [0.002, 0, 0, /does not repeat/, false],
  [0, 0.002, 0, /other texts of its batch/, true],
  [0, 0.002, 0.002, /length of the input/, true],
  [0, 0.2, 0.06, /right padding/, true],
])("repeat %f, batched %f, padded %f: %s", (repeat, batched, padded, named, cured) => {
  expect(cause(repeat, batched, padded)).toMatch(named);
  expect(curedAlone(cause(repeat, batched, padded))).toBe(cured);
});

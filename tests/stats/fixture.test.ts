import { expect, it } from "vitest";
import { compare, OMITTED } from "./fixture.js";

const tolerance = { rel: 1e-9, abs: 1e-12 };

it.each([
  ["a number beyond the tolerance", 1, 1 + 2e-9],
  ["a number for undefined", null, 0],
  ["nothing for a number", 1, undefined],
  ["NaN", 1, Number.NaN],
  ["a missing field", { p: 1 }, {}],
  ["an array too long", [1], [1, 2]],
  ["a number for inconclusive", "inconclusive", { p: 1 }],
  ["another word", "error", "inconclusive"],
  ["a nested number", { ci: [[1, 2]] }, { ci: [[1, 2.1]] }],
])("complains about %s", (_, expected, got) => {
  expect(compare(expected, got, tolerance, "case")).toHaveLength(1);
});

it.each([
  ["a number within", 1, 1 + 5e-10],
  ["an omitted field", { p: 1, q: 2 }, { p: 1, q: OMITTED }],
  ["a field more", { p: 1 }, { p: 1, extra: 3 }],
  ["null for undefined", { p: null }, { p: null }],
])("accepts %s", (_, expected, got) => {
  expect(compare(expected, got, tolerance, "case")).toEqual([]);
});

import { expect, it } from "vitest";
import type { Claim } from "../../src/contract.js";
import { pFailOf } from "../../src/rubric/failure.js";

/** Normal with mean 0.3, standard error 0.1: p values from tables of the normal distribution. */
const TABLE: Record<string, number> = { "3": 0.00135, "1": 0.158655, "-1": 0.841345, "-3": 0.99865, "-5": 1 };
const estimate = {
  pGreater: (bound: number) => TABLE[String(Math.round((0.3 - bound) * 10))]!,
  pLess: (bound: number) => TABLE[String(Math.round((bound - 0.3) * 10))]!,
};
const claim = (comparison: Claim["comparison"], bound: number) => ({ comparison, bound }) as Claim;

it.each([
  ["at-least", 0.4, 0.158655],
  ["at-least", 0.2, 0.841345],
  ["at-most", 0.2, 0.158655],
  ["at-most", 0.4, 0.841345],
  // z = 1 past the upper bound, z = -5 at the lower one: the smaller doubled.
  ["within", 0.2, 0.31731],
  ["within", 0, 0.0027],
] as const)("%s %d", (comparison, bound, p) => {
  expect(pFailOf(claim(comparison, bound), estimate)).toBeCloseTo(p, 6);
});

it("is never above 1", () => {
  const sure = { pGreater: () => 0.8, pLess: () => 0.9 };
  expect(pFailOf(claim("within", 0.2), sure)).toBe(1);
});

import { describe, expect, it } from "vitest";
import { clusterMean } from "../../src/stats/cluster-mean.js";
import { isInconclusive } from "../../src/stats/inconclusive.js";
import { skewFactor, stretched } from "../../src/stats/skew-penalty.js";
import { tInference } from "../../src/stats/t-inference.js";

const skewOf = (values: readonly number[], clusters = values.map((_, i) => `${i}`)) => {
  const got = clusterMean({ values, clusters });
  if (isInconclusive(got)) throw new Error(got.inconclusive);
  return got.skewOfMean;
};

describe("skewOfMean", () => {
  it("is m3 / m2^1.5 over the root of n for independent values", () => {
    // 0, 0, 0, 4: mean 1, sum of squares 12, of cubes 24.
    expect(skewOf([0, 0, 0, 4])).toBeCloseTo(24 / 12 ** 1.5, 12);
    expect(skewOf([0, 0, 0, -4])).toBeCloseTo(-24 / 12 ** 1.5, 12);
    expect(skewOf([-1, 0, 1, -2, 2])).toBeCloseTo(0, 12);
  });

  it("counts a prompt once, whatever it holds, and bears any unit", () => {
    const clusters = ["a", "a", "b", "b", "c", "c", "d", "d"];
    expect(skewOf([0, 0, 0, 0, 0, 0, 4, 4], clusters)).toBeCloseTo(24 / 12 ** 1.5, 12);
    expect(skewOf([0, 0, 0, 4e-200])).toBeCloseTo(24 / 12 ** 1.5, 12);
  });
});

describe("skewFactor", () => {
  it("reaches further towards the long tail alone, less with more prompts", () => {
    expect(skewFactor(-0.3, 40, 1)).toBe(1);
    expect(skewFactor(0.3, 40, 1)).toBeCloseTo(1 / (1 - 2 * 0.3), 12);
    expect(skewFactor(0.3, 2000, 1)).toBeCloseTo(1 / (1 - 1.02 * 0.3), 12);
  });

  it("gives no bound where one prompt outweighs the rest", () => {
    expect(skewFactor(0.48, 40, 1)).toBe(Number.POSITIVE_INFINITY);
    expect(skewFactor(0.4, 2000, 2.5)).toBe(Number.POSITIVE_INFINITY);
  });
});

it("a stretched inference stays the inverse of its p", () => {
  const got = stretched(tInference(1, 0.5, 20), 1, 1.5, Number.POSITIVE_INFINITY);
  for (const alpha of [0.01, 0.05, 0.2]) expect(got.pGreater(got.lower(alpha))).toBeCloseTo(alpha, 9);
  expect([got.upper(0.05), got.pLess(1e9)]).toEqual([Number.POSITIVE_INFINITY, 1]);
});

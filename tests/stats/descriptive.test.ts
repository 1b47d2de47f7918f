import { expect, it } from "vitest";
import { describe as describeValues, pooledWithinSd, quantile } from "../../src/stats/descriptive.js";
import { isInconclusive } from "../../src/stats/inconclusive.js";
import { describeFixture } from "./fixture.js";

describeFixture("descriptive", {
  describe: (input, data) => {
    const got = describeValues(data.values, input.probabilities);
    if (isInconclusive(got)) return got;
    const sizes = (data.values as number[]).map(Math.abs).sort((a, b) => a - b);
    return {
      ...got,
      skewness_g1: got.skewness,
      skewness_G1: got.skewnessCorrected,
      abs_p95: quantile(sizes, 0.95),
    };
  },
  pooledWithinSd: (_, data) => {
    const got = pooledWithinSd(data.values, data.clusters);
    if (isInconclusive(got)) return got;
    return {
      pooled_within_sd: got.within ?? got.overall,
      fallback: got.within === null,
      df: got.within === null ? data.values.length - 1 : got.df,
      overall_sd: got.overall,
    };
  },
});

it("has no within-prompt ruler with one response a prompt", () => {
  expect(pooledWithinSd([1, 2, 3], ["a", "b", "c"])).toEqual({ within: null, df: 0, overall: 1 });
});

it("pools over groups of different levels: sqrt((0.5 + 0.5) / 2) here", () => {
  expect(pooledWithinSd([0, 1, 10, 11], ["a", "a", "b", "b"])).toMatchObject({
    within: Math.SQRT1_2,
    df: 2,
  });
});

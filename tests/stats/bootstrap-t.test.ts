import { expect, it } from "vitest";
import { bootstrapT } from "../../src/stats/bootstrap-t.js";
import { clusterMean } from "../../src/stats/cluster-mean.js";
import { isInconclusive } from "../../src/stats/inconclusive.js";

/** Prompts a, b, c with residual sums 2, -2, 0 about the mean 1. */
const sample = { values: [3, 0, 0, 1], clusters: ["a", "b", "b", "c"] };
const draws = { a: 0, b: 0.5, c: 0.9 };

function drawn(...prompts: readonly (keyof typeof draws)[]): number {
  const observed = clusterMean(sample);
  if (isInconclusive(observed)) throw new Error(observed.inconclusive);
  const numbers = prompts.map((prompt) => draws[prompt]).values();
  return bootstrapT(sample, observed, { next: () => numbers.next().value!, replicates: 1 })[0]!;
}

it("studentises each resample by its own CR2 error: a, b, b by hand", () => {
  // 5 values, shift -2/5; residuals 2.4, -1.2, -1.2; 2.4^2 / .8 + 2 (1.2^2 / .6) = 12; t = -.4 / (sqrt(12) / 5).
  expect(drawn("a", "b", "b")).toBeCloseTo(-1 / Math.sqrt(3), 12);
});

it("has no finite t without spread, and none at all where it also hits the mean", () => {
  expect(drawn("a", "a", "a")).toBe(Number.POSITIVE_INFINITY);
  expect(drawn("b", "b", "b")).toBe(Number.NEGATIVE_INFINITY);
  expect(drawn("c", "c", "c")).toBeNaN();
});

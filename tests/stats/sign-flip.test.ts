import { describe, expect, it } from "vitest";
import { stream } from "../../src/random.js";
import { isInconclusive } from "../../src/stats/inconclusive.js";
import { clusterSignFlip, countAsExtreme, monteCarloP } from "../../src/stats/sign-flip.js";
import { describeFixture, type Input, named } from "./fixture.js";

const REPLICATES = 5_000;

const sampleOf = (data: Input) => ({
  values: data.values as number[],
  clusters: (data.clusters as string[]) ?? data.values.map((_: number, i: number) => `value ${i}`),
});

describeFixture("sign-flip", {
  signFlipExact: (_, data) => {
    const got = clusterSignFlip(sampleOf(data), { next: () => Number.NaN, replicates: 0 });
    if (isInconclusive(got)) return got;
    const count = (p: number) => p * got.patterns;
    const { greater, less, twoSided } = got.p;
    return {
      ...got,
      p: named(got.p),
      count: named({ greater: count(greater), less: count(less), twoSided: count(twoSided) }),
    };
  },
  signFlipMonteCarlo: (_, data, one) => {
    const got = clusterSignFlip(sampleOf(data), { next: stream(one.id).next, replicates: REPLICATES });
    if (isInconclusive(got)) return got;
    const exact = (one.expect as { p: Record<string, number> }).p;
    // Five standard errors are this case's tolerance: inside it the exact value counts as met.
    const within = Object.entries(named(got.p)).map(([side, p]) => {
      const truth = exact[side]!;
      const allowed = 5 * Math.sqrt((truth * (1 - truth)) / REPLICATES) + 1 / (REPLICATES + 1);
      return [side, Math.abs(p - truth) <= allowed ? truth : p];
    });
    return { ...got, p: Object.fromEntries(within) };
  },
  signFlipGiven: (input, data) => {
    const { values, clusters } = sampleOf(data);
    const sums = new Map<string, number>();
    values.forEach((value, i) => {
      sums.set(clusters[i]!, (sums.get(clusters[i]!) ?? 0) + value);
    });
    const flips = input.flips as string[];
    const count = countAsExtreme([...sums.values()], flips.length, (k, c) => flips[k]![c] === "-");
    const p = (extreme: number) => monteCarloP(extreme, flips.length);
    return {
      B: flips.length,
      clusters: sums.size,
      count: named(count),
      p: named({ greater: p(count.greater), less: p(count.less), twoSided: p(count.twoSided) }),
    };
  },
  monteCarloP: (input) => ({ p: monteCarloP(input.count, input.B) }),
});

describe("clusterSignFlip", () => {
  it("draws one sign a cluster: six equal clusters of two give 1 of 64 patterns", () => {
    const values = Array.from({ length: 12 }, () => 1);
    const clusters = values.map((_, i) => `prompt ${i % 6}`);
    const got = clusterSignFlip({ values, clusters }, { next: () => 0, replicates: 0 });
    expect(got).toMatchObject({
      exact: true,
      patterns: 64,
      p: { greater: 1 / 64, less: 1, twoSided: 2 / 64 },
    });
  });

  it("is inconclusive under six clusters", () => {
    const sample = { values: [1, 2, 3, 4, 5], clusters: ["a", "b", "c", "d", "e"] };
    expect(clusterSignFlip(sample, { next: () => 0, replicates: 99 })).toEqual({
      inconclusive: "under 6 prompts",
    });
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stream } from "../../src/random.js";
import {
  type Inconclusive,
  type Inference,
  isInconclusive,
  meanInference,
  rmsInference,
  type Sample,
  shareInference,
  slopeWithin,
} from "../../src/stats/inference.js";

const seeded = (seed: string) => ({ next: stream(seed).next, replicates: 999 });

function conclusive(got: Inference | Inconclusive): Inference {
  if (isInconclusive(got)) throw new Error(`inconclusive: ${got.inconclusive}`);
  return got;
}

/** Six clusters of five values in twentieths, and more clusters of any kind. */
const sample = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 11 })), {
    minLength: 40,
    maxLength: 80,
  })
  .map((rows): Sample => {
    const values = rows.map(([twentieths]) => twentieths / 20);
    return { values, clusters: rows.map(([, cluster]) => `prompt ${cluster}`) };
  });

const kinds: Record<string, (sample: Sample) => Inference | Inconclusive> = {
  mean: (one) => meanInference(one, seeded("property")),
  "root mean square": (one) => rmsInference(one, seeded("property")),
  share: shareInference,
  slope: ({ values, clusters }) =>
    slopeWithin(values.map((y, i) => ({ x: i % 7, y, item: `${clusters[i]}`, cluster: clusters[i]! }))),
};

describe.each(Object.entries(kinds))("%s: bound and p are each other's inverse", (_, infer) => {
  it("lower(alpha) > bound exactly when pGreater(bound) < alpha, and likewise above", () => {
    fc.assert(
      fc.property(sample, fc.double({ min: 0.005, max: 0.4, noNaN: true }), (one, alpha) => {
        const got = infer(one);
        if (isInconclusive(got)) return;
        const [lower, upper] = [got.lower(alpha), got.upper(alpha)];
        expect(lower).toBeLessThanOrEqual(got.estimate);
        expect(upper).toBeGreaterThanOrEqual(got.estimate);
        expect(lower).toBeLessThan(upper);
        // A hair beside the bound itself, and fixed places.
        const bounds = [lower - 1e-7, lower + 1e-7, upper - 1e-7, upper + 1e-7, -0.1, 0, 0.3, 0.5, 1];
        for (const bound of bounds.filter(Number.isFinite)) {
          if (Math.min(Math.abs(bound - lower), Math.abs(bound - upper)) < 1e-8) continue;
          expect(got.pGreater(bound) < alpha).toBe(lower > bound);
          expect(got.pLess(bound) < alpha).toBe(upper < bound);
        }
      }),
      { numRuns: 60, seed: 7 },
    );
  });

  it("gives the same digits in any order of rows, and refuses what is not a number", () => {
    fc.assert(
      fc.property(sample, fc.integer(), (one, seed) => {
        const order = stream("order", seed).shuffle(one.values.map((_, i) => i));
        const turned = {
          values: order.map((i) => one.values[i]!),
          clusters: order.map((i) => one.clusters[i]!),
        };
        if (infer === kinds.slope) return; // x follows the row there
        const summary = (got: Inference | Inconclusive) =>
          isInconclusive(got)
            ? got
            : [got.estimate, got.lower(0.05), got.upper(0.05), got.pLess(0.4), got.icc];
        expect(summary(infer(turned))).toEqual(summary(infer(one)));
      }),
      { numRuns: 20, seed: 7 },
    );
    const bad = { values: [0, 1, Number.NaN, 0, 1, 0, 1], clusters: [..."abcdefg"] };
    expect(() => infer(bad)).toThrow(RangeError);
  });
});

const spread = (values: readonly number[]): Sample => ({ values, clusters: values.map((_, i) => `${i}`) });

describe("inconclusive, never a zero-wide interval", () => {
  it.each([
    ["no value", [], "no value"],
    ["one value", [0.4], "one prompt"],
    ["five prompts", [0.1, 0.2, 0.3, 0.4, 0.5], "under 6 prompts"],
    ["a constant", Array(12).fill(0.3), "no variance"],
    ["all zero", Array(12).fill(0), "no variance"],
  ])("mean of %s", (_, values, reason) => {
    expect(meanInference(spread(values as number[]), seeded("x"))).toEqual({ inconclusive: reason });
    expect(rmsInference(spread(values as number[]), seeded("x"))).toEqual({ inconclusive: reason });
  });

  it("where every prompt has the same mean", () => {
    const values = Array.from({ length: 20 }, (_, i) => (i % 2 === 0 ? 1 : -1));
    const clusters = values.map((_, i) => `${Math.floor(i / 2)}`);
    expect(meanInference({ values, clusters }, seeded("x"))).toEqual({
      inconclusive: "no variance between prompts",
    });
  });

  it("a share under six prompts, and lengths that differ", () => {
    expect(shareInference(spread([1, 1, 1, 0, 1]))).toEqual({ inconclusive: "under 6 prompts" });
    expect(() => shareInference({ values: [1], clusters: [] })).toThrow(RangeError);
    expect(() => shareInference(spread([1.5, 0, 0, 0, 0, 0]))).toThrow(/share is 1.5/);
  });

  it("a bound is -Infinity where the replicates cannot reach alpha", () => {
    const values = Array.from({ length: 12 }, (_, i) => i);
    const got = conclusive(meanInference(spread(values), { next: stream(1).next, replicates: 9 }));
    expect(got.lower(0.05)).toBe(Number.NEGATIVE_INFINITY);
    expect(got.pGreater(-1e9)).toBe(0.1);
  });
});

describe("shareInference against hand-computed Clopper-Pearson", () => {
  it("all right: n_eff is the number of prompts, lower = alpha^(1/6)", () => {
    const values = Array(30).fill(1);
    const got = conclusive(shareInference({ values, clusters: values.map((_, i) => `${i % 6}`) }));
    expect(got.effectiveN).toBe(6);
    expect(got.lower(0.05)).toBeCloseTo(0.05 ** (1 / 6), 12);
    expect(got.upper(0.05)).toBe(1);
    expect(got.pGreater(0.5)).toBeCloseTo(0.5 ** 6, 12);
  });

  it("all wrong mirrors it", () => {
    const got = conclusive(shareInference(spread(Array(8).fill(0))));
    expect(got.lower(0.05)).toBe(0);
    expect(got.upper(0.05)).toBeCloseTo(1 - 0.05 ** (1 / 8), 12);
    expect(got.pLess(0.5)).toBeCloseTo(0.5 ** 8, 12);
  });

  it("independent values: 15 of 20 are 14.25 of 19 trials", () => {
    const got = conclusive(shareInference(spread(Array.from({ length: 20 }, (_, i) => (i < 15 ? 1 : 0)))));
    // CR2 of independent values is s^2 / n, so p (1 - p) / var is n - 1 = 19, of which 14.25 successes.
    expect(got.effectiveN).toBeCloseTo(19, 10);
    // P(Beta(14.25, 5.75) <= lower) = .05, the density integrated by Simpson's rule.
    expect(betaByQuadrature(got.lower(0.05), 14.25, 5.75)).toBeCloseTo(0.05, 8);
    expect(1 - betaByQuadrature(got.upper(0.05), 15.25, 4.75)).toBeCloseTo(0.05, 8);
  });

  it("prompts that agree within count once: 12 prompts of 5 equal answers are 11 trials", () => {
    const values = Array.from({ length: 60 }, (_, i) => (i % 12 < 9 ? 1 : 0));
    const got = conclusive(shareInference({ values, clusters: values.map((_, i) => `${i % 12}`) }));
    // var = p (1 - p) / (G - 1) for equal clusters; times (t_.95,59 / t_.95,11)^2 from the t table, 1.6711 and 1.7959.
    expect(got.effectiveN).toBeCloseTo(11 * (1.671093 / 1.795885) ** 2, 3);
    expect(got.icc).toBeCloseTo(1, 12);
  });
});

function betaByQuadrature(x: number, a: number, b: number): number {
  const density = (u: number) => u ** (a - 1) * (1 - u) ** (b - 1);
  const simpson = (to: number, steps = 20_000) => {
    let total = density(0) + density(to);
    for (let i = 1; i < steps; i++) total += (i % 2 === 0 ? 2 : 4) * density((i * to) / steps);
    return (total * to) / steps / 3;
  };
  return simpson(x) / simpson(1);
}

describe("meanInference", () => {
  it("is never narrower than Student's t on independent values (t_.95,11 = 1.795885)", () => {
    const values = [0.3, -0.1, 0.4, 0.9, -0.6, 0.2, 0.25, 0.7, 0.1, -0.3, 0.5, 0.05];
    const got = conclusive(meanInference(spread(values), seeded("t")));
    // mean 0.2, squares about it 1.805, so se = sqrt(1.805 / 11 / 12).
    expect(got.estimate).toBeCloseTo(0.2, 12);
    const reach = 1.795885 * Math.sqrt(1.805 / 11 / 12);
    expect(got.lower(0.05)).toBeLessThanOrEqual(0.2 - reach + 1e-6);
    expect(got.upper(0.05)).toBeGreaterThanOrEqual(0.2 + reach - 1e-6);
    // Skewed to the left by 0.063, twelve prompts: below, the reach is 1 / (1 - (1 + 40 / 12) 0.063) = 1.375 times as long.
    expect(got.lower(0.05)).toBeLessThanOrEqual(0.2 - 1.375 * reach + 1e-3);
    expect(got.lower(0.05)).toBeGreaterThan(0.2 - 1.3 * 1.376 * reach);
    expect(got.upper(0.05)).toBeLessThan(0.2 + 1.3 * reach);
    expect(got).toMatchObject({ n: 12, clusters: 12, effectiveN: 12, icc: null, designEffect: 1 });
  });

  it("scales and shifts with the values", () => {
    const values = Array.from({ length: 40 }, (_, i) => Math.sin(i * i));
    const clusters = values.map((_, i) => `${i % 10}`);
    const plain = conclusive(meanInference({ values, clusters }, seeded("s")));
    const moved = conclusive(meanInference({ values: values.map((x) => 8 * x + 3), clusters }, seeded("s")));
    expect(moved.lower(0.05)).toBeCloseTo(8 * plain.lower(0.05) + 3, 9);
    expect(moved.upper(0.05)).toBeCloseTo(8 * plain.upper(0.05) + 3, 9);
  });
});

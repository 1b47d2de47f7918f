import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { stream } from "../../src/random.js";
import { clusterMean } from "../../src/stats/cluster-mean.js";
import { independentDifference } from "../../src/stats/independent-difference.js";
import { isInconclusive, meanInference } from "../../src/stats/inference.js";
import { rmsDifference } from "../../src/stats/rms-difference.js";
import { shareDifference } from "../../src/stats/share-difference.js";
import { sizeDifference } from "../../src/stats/size-difference.js";
import { stepAlphas, stepped, turned } from "../../src/stats/steps.js";
import { tInference } from "../../src/stats/t-inference.js";
import { wilson } from "../../src/stats/wilson.js";

/** By numpy and scipy, see paired_differences.py. */
interface Vectors {
  readonly cases: readonly {
    readonly a: readonly number[];
    readonly b: readonly number[];
    readonly clusters: readonly string[];
    readonly difference: {
      readonly mean: number;
      readonly se: number;
      readonly df: number;
      readonly bounds: Readonly<Record<string, readonly [number, number]>>;
    };
    readonly rms: { readonly difference: number; readonly se: number; readonly jackknife: number };
  }[];
  readonly shares: readonly {
    readonly n: number;
    readonly up: number;
    readonly down: number;
    readonly lower: number;
    readonly upper: number;
  }[];
}
const file = fileURLToPath(new URL("paired-differences.json", import.meta.url));
const VECTORS = JSON.parse(readFileSync(file, "utf8")) as Vectors;

const draws = (name: string, replicates = 2_000) => ({ next: stream(1, name).next, replicates });
function sure<T>(value: T): Exclude<T, { inconclusive: string }> {
  if (isInconclusive(value)) throw new Error(value.inconclusive);
  return value as Exclude<T, { inconclusive: string }>;
}

describe.each(VECTORS.cases.map((one, index) => [index, one] as const))("paired data %i", (index, one) => {
  const { a, b, clusters, difference, rms } = one;
  const values = b.map((value, i) => value - a[i]!);

  it("mean difference: CR2 and its degrees of freedom as by matrices, and bounds no nearer than their t", () => {
    const mean = sure(clusterMean({ values, clusters }));
    expect(mean.mean).toBeCloseTo(difference.mean, 12);
    expect(mean.seCr2).toBeCloseTo(difference.se, 12);
    expect(mean.df).toBeCloseTo(difference.df, 9);
    const inference = sure(meanInference({ values, clusters }, draws(`mean ${index}`)));
    for (const [alpha, [lower, upper]] of Object.entries(difference.bounds)) {
      expect(inference.lower(Number(alpha))).toBeLessThanOrEqual(lower + 1e-9);
      expect(inference.upper(Number(alpha))).toBeGreaterThanOrEqual(upper - 1e-9);
    }
  });

  it("difference of root mean squares: the estimate, CR2 of its first-order parts, and near the jackknife", () => {
    const inference = sure(rmsDifference(a, b, clusters, draws(`rms ${index}`)));
    expect(inference.estimate).toBeCloseTo(rms.difference, 12);
    // The bounds are those of t with this error at least, stretched for skew.
    const t = tInference(rms.difference, rms.se, difference.df);
    expect(inference.lower(0.05)).toBeLessThanOrEqual(t.lower(0.05) + 1e-9);
    expect(inference.upper(0.05)).toBeGreaterThanOrEqual(t.upper(0.05) - 1e-9);
    const [reach, most] = [inference.upper(0.05) - inference.estimate, 1 / (1 - 0.95)];
    expect(reach).toBeLessThan(most * (t.upper(0.05) - rms.difference));
    expect(rms.jackknife / rms.se).toBeGreaterThan(0.95);
    expect(rms.jackknife / rms.se).toBeLessThan(1.1);
  });

  it("turns with the sides", () => {
    const there = sure(rmsDifference(a, b, clusters, draws("turn")));
    const back = sure(rmsDifference(b, a, clusters, draws("turn")));
    expect(back.estimate).toBeCloseTo(-there.estimate, 12);
    expect(back.lower(0.05)).toBeCloseTo(-there.upper(0.05), 9);
    expect(back.pGreater(0.1)).toBeCloseTo(there.pLess(-0.1), 9);
  });
});

it("root mean squares of a side that never moves are those of the other", () => {
  const clusters = Array.from({ length: 12 }, (_, i) => `p${i}`);
  const moves = clusters.map((_, i) => (i % 5) / 10);
  const still = clusters.map(() => 0);
  const up = sure(rmsDifference(still, moves, clusters, draws("still")));
  const down = sure(rmsDifference(moves, still, clusters, draws("still")));
  expect(up.estimate).toBeCloseTo(Math.sqrt(moves.reduce((sum, v) => sum + v * v, 0) / 12), 12);
  expect(down.estimate).toBe(-up.estimate);
  expect(down.upper(0.05)).toBe(-up.lower(0.05));
  expect(rmsDifference(still, still, clusters, draws("still"))).toHaveProperty("inconclusive");
  expect(rmsDifference([1], [2], ["p"], draws("one"))).toHaveProperty("inconclusive");
});

describe("difference of sizes", () => {
  const size = (b: number, a: number) => Math.abs(b) - Math.abs(a);
  const inferences = [
    [tInference(0.4, 0.1, 20), 0.4, tInference(0.9, 0.2, 15), 0.9],
    [tInference(-0.2, 0.3, 9), -0.2, tInference(0.1, 0.05, 40), 0.1],
    [tInference(-0.8, 0.1, 30), -0.8, tInference(0.2, 0.1, 30), 0.2],
    [tInference(0, 0.1, 30), 0, tInference(0, 0.1, 30), 0],
  ] as const;

  it.each(inferences)(
    "is the smallest and largest |b| - |a| in the box of both at half of alpha",
    (d, dAt, s, sAt) => {
      const found = sizeDifference({ ...d, estimate: dAt }, { ...s, estimate: sAt });
      expect(found.estimate).toBeCloseTo(size((sAt + dAt) / 2, (sAt - dAt) / 2), 12);
      const along = (one: typeof d) => {
        const [low, high] = [one.lower(0.025), one.upper(0.025)];
        return Array.from({ length: 61 }, (_, i) => low + (i / 60) * (high - low));
      };
      const [ds, ss] = [along(d), along(s)];
      const box = ds.flatMap((x) => ss.map((y) => size((y + x) / 2, (y - x) / 2)));
      expect(found.lower(0.05)).toBeCloseTo(Math.min(...box), 9);
      expect(found.upper(0.05)).toBeCloseTo(Math.max(...box), 9);
    },
  );

  it.each(inferences)("has p below alpha exactly where the bound clears", (d, dAt, s, sAt) => {
    const found = sizeDifference({ ...d, estimate: dAt }, { ...s, estimate: sAt });
    for (const bound of [-0.9, -0.5, -0.31, -0.1, 0, 0.07, 0.2, 0.41, 0.8])
      for (const alpha of [0.4, 0.1, 0.05, 0.01, 0.001]) {
        expect(found.pGreater(bound) < alpha).toBe(found.lower(alpha) > bound);
        expect(found.pLess(bound) < alpha).toBe(found.upper(alpha) < bound);
      }
  });

  it.each([
    [0, 0],
    [0.3, 0.3],
    [0.3, -0.3],
    [0.5, 0],
    [-0.2, 0.6],
  ])("misses no more than one in twenty either way at a = %d, b = %d", (a, b) => {
    const { next } = stream(2, "size", String(a), String(b));
    const gauss = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
    const samples = 4_000;
    const df = 1e6;
    let [below, above] = [0, 0];
    for (let i = 0; i < samples; i++) {
      const common = gauss();
      const [x, y] = [a + 0.1 * (0.6 * common + 0.8 * gauss()), b + 0.15 * (0.6 * common + 0.8 * gauss())];
      const variance = (sign: number) => Math.sqrt(0.01 + 0.0225 + sign * 2 * 0.36 * 0.015);
      const found = sizeDifference(
        { ...tInference(y - x, variance(-1), df), estimate: y - x },
        { ...tInference(y + x, variance(1), df), estimate: y + x },
      );
      if (found.lower(0.05) > size(b, a)) below++;
      if (found.upper(0.05) < size(b, a)) above++;
    }
    // Three standard errors of the simulation.
    const most = 0.05 + 3 * Math.sqrt((0.05 * 0.95) / samples);
    expect(below / samples).toBeLessThan(most);
    expect(above / samples).toBeLessThan(most);
  });
});

describe("difference of shares", () => {
  const sampleOf = (n: number, up: number, down: number) => ({
    values: Array.from({ length: n }, (_, i) => (i < up ? 1 : i < up + down ? -1 : 0)),
    clusters: Array.from({ length: n }, (_, i) => `p${i}`),
  });

  it.each(VECTORS.shares)(
    "of $n prompts, $up up and $down down, holds the exact bounds, and not much more",
    (one) => {
      const found = sure(shareDifference(sampleOf(one.n, one.up, one.down), 1, draws("share")));
      expect(found.estimate).toBeCloseTo((one.up - one.down) / one.n, 12);
      expect(found.lower(0.05)).toBeLessThanOrEqual(one.lower + 1e-9);
      expect(found.upper(0.05)).toBeGreaterThanOrEqual(one.upper - 1e-9);
      expect(found.upper(0.05) - found.lower(0.05)).toBeLessThan(1.5 * (one.upper - one.lower));
    },
  );

  it("has p below alpha exactly where the bound clears", () => {
    const found = sure(shareDifference(sampleOf(100, 9, 1), 1, draws("share")));
    for (const bound of [-0.2, -0.05, 0, 0.01, 0.03, 0.09, 0.15, 0.3])
      for (const alpha of [0.2, 0.05, 0.01]) {
        expect(found.pGreater(bound) < alpha).toBe(found.lower(alpha) > bound);
        expect(found.pLess(bound) < alpha).toBe(found.upper(alpha) < bound);
      }
  });

  it("is that of a mean where many moved, and scales with its reach where few did", () => {
    const many = sampleOf(100, 30, 12);
    const limits = { low: -1, high: 1 };
    expect(sure(shareDifference(many, 1, draws("many"))).lower(0.05)).toBe(
      sure(meanInference(many, draws("many"), limits)).lower(0.05),
    );
    const few = sampleOf(100, 4, 2);
    const twice = { ...few, values: few.values.map((value) => 2 * value) };
    const [one, two] = [
      sure(shareDifference(few, 1, draws("few"))),
      sure(shareDifference(twice, 2, draws("few"))),
    ];
    expect(two.lower(0.05)).toBeCloseTo(2 * one.lower(0.05), 12);
    expect(shareDifference(sampleOf(5, 1, 1), 1, draws("five"))).toHaveProperty("inconclusive");
    expect(() => shareDifference(twice, 1, draws("wide"))).toThrow(RangeError);
  });
});

describe("difference of two intervals", () => {
  /** Newcombe (1998), table II: hybrid score intervals (his method 10) of p1 - p2 at 95 %, from Wilson's. */
  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
  ])("%i/%i less %i/%i as published", (x, n, y, m, lower, upper) => {
    const of = (count: number, size: number) => {
      const { lower: low, upper: high } = sure(wilson(count, size, 0.95));
      return stepped(count / size, [{ alpha: 0.025, lower: low, upper: high }]);
    };
    const found = independentDifference(of(x, n), of(y, m));
    expect(found.lower(0.025)).toBeCloseTo(lower, 4);
    expect(found.upper(0.025)).toBeCloseTo(upper, 4);
  });

  it("of two means is Welch's without his degrees of freedom", () => {
    const keep = (mean: number, se: number) => {
      const t = tInference(mean, se, 1e9);
      return stepped(
        mean,
        stepAlphas(0.05).map((alpha) => ({ alpha, lower: t.lower(alpha), upper: t.upper(alpha) })),
      );
    };
    const found = independentDifference(keep(0.5, 0.03), keep(0.2, 0.04));
    const normal = tInference(0.3, 0.05, 1e9);
    for (const alpha of [0.05, 0.025, 0.0125]) expect(found.lower(alpha)).toBeCloseTo(normal.lower(alpha), 9);
    expect(found.pGreater(0.2)).toBe(0.025); // 2 SE above, p = .0228: the next step up
    expect(found.pGreater(0.3)).toBe(1);
    const sum = independentDifference(keep(0.5, 0.03), turned(keep(0.2, 0.04)));
    expect(sum.estimate).toBeCloseTo(0.7, 12);
    expect(sum.upper(0.05)).toBeCloseTo(tInference(0.7, 0.05, 1e9).upper(0.05), 9);
  });
});

describe("kept bounds", () => {
  const alphas = stepAlphas(0.05);
  const kept = stepped(
    1,
    alphas.map((alpha) => ({ alpha, lower: 1 + Math.log10(alpha), upper: 1 - Math.log10(alpha) })),
  );

  it("stand at the rubric's alpha, twice, four times, and its halvings", () => {
    expect(alphas).toHaveLength(15);
    expect(alphas).toContain(0.05);
    expect(alphas.at(-1)).toBe(0.2);
    expect(stepAlphas(0.3).at(-1)).toBe(0.3);
  });

  it("give between two steps the wider bound, and below the last none", () => {
    expect(kept.lower(0.04)).toBe(kept.lower(0.025));
    expect(kept.upper(0.04)).toBe(kept.upper(0.025));
    expect(kept.lower(1e-9)).toBe(Number.NEGATIVE_INFINITY);
    expect(kept.pGreater(1 + Math.log10(0.026))).toBe(0.05);
    expect(kept.pLess(0)).toBe(1);
  });
});

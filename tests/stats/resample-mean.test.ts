import { describe, expect, it } from "vitest";
import { indexStream, stream } from "../../src/random.js";
import { resampleMean } from "../../src/stats/resample-mean.js";

/** Prompts of one to three values; `share` of them have a residual of their own, the others one in common. */
function clusters(count: number, share: number, oneSize: boolean) {
  const { next } = stream("resample", count, share);
  const sizes = Float64Array.from({ length: count }, () => (oneSize ? 1 : 1 + Math.floor(3 * next())));
  const raw = Float64Array.from({ length: count }, () => (next() < share ? 4 * next() - 1 : 0));
  const mean = raw.reduce((a, b) => a + b, 0) / sizes.reduce((a, b) => a + b, 0);
  return { sizes, residuals: raw.map((sum, c) => sum - mean * sizes[c]!) };
}

/** The definition, in two passes over the clusters drawn. */
function byDefinition(sizes: Float64Array, residuals: Float64Array, drawn: readonly number[]) {
  const size = drawn.reduce((sum, c) => sum + sizes[c]!, 0);
  const shift = drawn.reduce((sum, c) => sum + residuals[c]!, 0) / size;
  const squares = drawn.map((c) => (residuals[c]! - shift * sizes[c]!) ** 2 / (1 - sizes[c]! / size));
  return { size, shift, se: Math.sqrt(squares.reduce((a, b) => a + b, 0)) / size };
}

describe("a resample of clusters", () => {
  it.each([
    ["of one size", 90, true],
    ["of several sizes", 90, false],
    ["few", 7, false],
  ])("%s: size, mean and CR2 error of the clusters drawn", (_label, count, oneSize) => {
    const { sizes, residuals } = clusters(count, 0.9, oneSize);
    const replicates = 50;
    const next = () => Number.NaN;
    const resample = resampleMean(sizes, residuals, 1e-3, { next, replicates, draw: indexStream(1) });
    const draw = indexStream(1);
    const drawn = new Int32Array(count);
    for (let b = 0; b < replicates; b++) {
      draw(drawn, count);
      const { size, shift, se } = byDefinition(sizes, residuals, [...drawn]);
      const got = resample();
      expect(got.size).toBe(size);
      expect(got.shift).toBeCloseTo(shift, 12);
      expect(got.se).toBeCloseTo(se, 10);
    }
  });

  it("keeps its digits where the clusters drawn hardly differ", () => {
    const sizes = Float64Array.of(1, 1, 1, 1);
    const residuals = Float64Array.of(5, 5 + 1e-9, 5 - 1e-9, -15);
    const draw = (drawn: Int32Array) => drawn.set([0, 1, 2, 2]);
    const { se } = resampleMean(sizes, residuals, 2, { next: () => 0, replicates: 1, draw })();
    expect(se / byDefinition(sizes, residuals, [0, 1, 2, 2]).se).toBeCloseTo(1, 6);
  });

  it("where nearly all are alike, draws only the others, with the same distribution", () => {
    const equal = new Float64Array(100).fill(1);
    const alike = clusters(100, 0.15, true);
    const replicates = 20_000;
    let numbers = 0;
    const draws = indexStream("sparse");
    const draw = (drawn: Int32Array, below: number) => {
      numbers += drawn.length;
      draws(drawn, below);
    };
    const next = () => Number.NaN;
    const sparse = resampleMean(equal, alike.residuals, 1e-3, { next, replicates, draw });
    const dense = indexStream("dense");
    const drawn = new Int32Array(100);
    const ours: number[] = [];
    const theirs: number[] = [];
    for (let b = 0; b < replicates; b++) {
      const { shift, se } = sparse();
      ours.push(shift / se);
      dense(drawn, 100);
      const other = byDefinition(equal, alike.residuals, [...drawn]);
      theirs.push(other.shift / other.se);
    }
    expect(numbers).toBeLessThan(0.5 * 100 * replicates);
    // Two-sample Kolmogorov-Smirnov at the 0.1 % level: 1.95 sqrt(2 / n).
    expect(largestGap(ours, theirs)).toBeLessThan(1.95 * Math.sqrt(2 / replicates));
  });
});

function largestGap(a: number[], b: number[]): number {
  const [x, y] = [a, b].map((values) => values.sort((p, q) => p - q)) as [number[], number[]];
  let [i, j, gap] = [0, 0, 0];
  while (i < x.length && j < y.length) {
    const at = Math.min(x[i]!, y[j]!);
    while (i < x.length && x[i]! <= at) i++;
    while (j < y.length && y[j]! <= at) j++;
    gap = Math.max(gap, Math.abs(i / x.length - j / y.length));
  }
  return gap;
}

import { describe, expect, it } from "vitest";
import { indexStream, stream } from "../../src/random.js";
import { sharedMultiplicities } from "../../src/stats/multiplicities.js";
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
      const got = resample(b);
      expect(got.size).toBe(size);
      expect(got.shift).toBeCloseTo(shift, 12);
      expect(got.se).toBeCloseTo(se, 10);
    }
  });

  it("keeps its digits where the clusters drawn hardly differ", () => {
    const sizes = Float64Array.of(1, 1, 1, 1);
    const residuals = Float64Array.of(5, 5 + 1e-9, 5 - 1e-9, -15);
    const draw = (drawn: Int32Array) => drawn.set([0, 1, 2, 2]);
    const { se } = resampleMean(sizes, residuals, 2, { next: () => 0, replicates: 1, draw })(0);
    expect(se / byDefinition(sizes, residuals, [0, 1, 2, 2]).se).toBeCloseTo(1, 6);
  });

  it("takes what is not drawn of the others as like the commonest", () => {
    const { sizes, residuals } = clusters(300, 0.1, false);
    const replicates = 50;
    const next = () => Number.NaN;
    const resample = resampleMean(sizes, residuals, 1e-3, { next, replicates, draw: indexStream(2) });
    const draw = indexStream(2);
    const drawn = new Int32Array(300);
    for (let b = 0; b < replicates; b++) {
      draw(drawn, 300);
      const { size, shift, se } = byDefinition(sizes, residuals, [...drawn]);
      expect(resample(b)).toEqual({
        size,
        shift: expect.closeTo(shift, 12),
        se: expect.closeTo(se, 10),
      });
    }
  });
});

describe("shared resamples", () => {
  const shared = (bytes: number) =>
    sharedMultiplicities((count, part) => indexStream("shared", count, part), bytes);
  const read = (bytes: number, order: readonly (readonly [number, number])[]) => {
    const of = shared(bytes);
    return new Map(order.map(([count, b]) => [`${count} ${b}`, [...of(count)(b)]]));
  };
  const asked = [7, 40, 7, 300].flatMap((count) => [0, 3, 251, 999].map((b) => [count, b] as const));

  it("are the same in any order, however few are kept", () => {
    const first = read(1e9, asked);
    for (const bytes of [1e9, 1, 20_000])
      for (const [name, row] of read(bytes, [...asked].reverse())) expect(row).toEqual(first.get(name));
  });

  it("hold as many clusters as there are, each drawn as often as any other", () => {
    const of = shared(1e9)(40);
    const times = new Array<number>(40).fill(0);
    for (let b = 0; b < 1000; b++) {
      const row = [...of(b)];
      expect(row.reduce((sum, count) => sum + count, 0)).toBe(40);
      for (const [c, count] of row.entries()) times[c]! += count;
    }
    // Chi-square with 39 degrees of freedom lies below 72.05 with probability .999.
    expect(times.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0)).toBeLessThan(72.05);
  });
});

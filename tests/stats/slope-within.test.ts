import { describe, expect, it } from "vitest";
import { stream } from "../../src/random.js";
import { tQuantile } from "../../src/stats/distributions/student-t.js";
import { type DoseRow, isInconclusive, slopeWithin } from "../../src/stats/inference.js";
import { ols } from "../../src/stats/regression.js";

/** Eight prompts of two items, each at doses 0, 1, 2: every prompt knows equally much about the slope. */
function balanced(): DoseRow[] {
  const { next } = stream("slope");
  return Array.from({ length: 48 }, (_, i) => {
    const item = Math.floor(i / 3);
    return {
      x: i % 3,
      y: 5 * item + 2 * (i % 3) + next(),
      item: `item ${item}`,
      cluster: `prompt ${item % 8}`,
    };
  });
}

describe("slopeWithin", () => {
  it("equals a regression with a dummy for each item; CR2 of equal clusters is CR1 with G - 1 degrees of freedom", () => {
    const rows = balanced();
    const items = [...new Set(rows.map((row) => row.item))].slice(1);
    const dummies = items.map((item) => rows.map((row) => (row.item === item ? 1 : 0)));
    const reference = ols(
      rows.map((row) => row.y),
      [rows.map((row) => row.x), ...dummies],
      rows.map((row) => row.cluster),
    );
    const got = slopeWithin(rows);
    if (isInconclusive(got) || isInconclusive(reference)) throw new Error("inconclusive");
    expect(got.estimate).toBeCloseTo(reference.coefficients[1]!, 10);
    const reach = tQuantile(0.95, 7) * reference.seCr1![1]!;
    expect(got.upper(0.05) - got.estimate).toBeCloseTo(reach, 10);
    expect(got.estimate - got.lower(0.05)).toBeCloseTo(reach, 10);
    expect(got).toMatchObject({ n: 48, clusters: 8 });
  });

  it("gives the same digits in any order, and leaves out items seen at one dose", () => {
    const rows = balanced();
    const alone = { x: 9, y: 1e6, item: "alone", cluster: "prompt 99" };
    const [a, b] = [slopeWithin(rows), slopeWithin([alone, ...rows.toReversed()])];
    if (isInconclusive(a) || isInconclusive(b)) throw new Error("inconclusive");
    expect([b.estimate, b.lower(0.05), b.n, b.clusters]).toEqual([a.estimate, a.lower(0.05), 48, 8]);
  });

  it("is inconclusive on few prompts and on a perfect line", () => {
    const rows = balanced();
    expect(slopeWithin(rows.filter((row) => row.cluster < "prompt 5"))).toEqual({
      inconclusive: "under 6 prompts",
    });
    expect(slopeWithin(rows.map((row) => ({ ...row, y: 2 * row.x })))).toEqual({
      inconclusive: "no variance about the line",
    });
    expect(() => slopeWithin([{ ...rows[0]!, x: Number.NaN }])).toThrow(RangeError);
  });
});

import { describe, expect, test } from "vitest";
import { agreement } from "../../src/stats/agreement.js";

describe("agreement", () => {
  test("by hand: a = 1 2 3 4, b = 2 3 5 4", () => {
    // means 2.5 and 3.5; squares 5 and 5; product 0.5·1.5·… = 4; so slope 0.8, intercept 1.5, Pearson 0.8.
    const found = agreement([1, 2, 3, 4], [2, 3, 5, 4]);
    expect(found).toMatchObject({ n: 4, raw: { mean: 1, max: 2 } });
    if ("inconclusive" in found) throw new Error("it is conclusive");
    expect(found.pearson).toBeCloseTo(0.8, 12);
    expect(found.spearman).toBeCloseTo(0.8, 12);
    expect(found.sdA).toBeCloseTo(Math.sqrt(5 / 3), 12);
    expect(found.affine.slope).toBeCloseTo(0.8, 12);
    expect(found.affine.intercept).toBeCloseTo(1.5, 12);
    // the line gives 2.3 3.1 3.9 4.7: off by 0.3 0.1 1.1 0.7
    expect(found.affine.max).toBeCloseTo(1.1, 12);
    expect(found.affine.mean).toBeCloseTo(0.55, 12);
    // pooling 5 and 4 leaves 0.5 twice, in either direction
    expect(found.rising.b.max).toBeCloseTo(0.5, 12);
    expect(found.rising.b.mean).toBeCloseTo(0.25, 12);
    expect(found.rising.a.max).toBeCloseTo(0.5, 12);
  });

  test("a rising curve leaves nothing of the rising fit and something of the line", () => {
    const a = [-3, -1, 0, 2, 5];
    const found = agreement(a, a.map(Math.exp));
    expect(found).toMatchObject({ spearman: 1, rising: { a: { max: 0 }, b: { max: 0 } } });
    expect("affine" in found && found.affine.max).toBeGreaterThan(10);
  });

  test("what does not vary has no correlation, and no function of it gives the other", () => {
    const found = agreement([1, 2, 3], [7, 7, 7]);
    expect(found).toMatchObject({
      pearson: null,
      spearman: null,
      affine: { slope: 0, intercept: 7, max: 0 },
    });
    expect(found).toMatchObject({ rising: { b: { max: 0 }, a: { max: 1 } } });
  });

  test("one point, other lengths, NaN", () => {
    expect(agreement([1], [1])).toEqual({ inconclusive: "under two points" });
    expect(() => agreement([1, 2], [1])).toThrow(RangeError);
    expect(() => agreement([1, Number.NaN], [1, 2])).toThrow(RangeError);
  });
});

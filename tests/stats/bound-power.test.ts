import { describe, expect, it } from "vitest";
import { boundPower, sizeFactor, withinPower } from "../../src/stats/bound-power.js";
import { tTestPower } from "../../src/stats/power-t.js";
import { tostPower } from "../../src/stats/power-tost.js";

/** How far the bound of a mean of n values with this SD lies from it, at 5 %. */
const reachOf = (n: number, sd = 1) => (1.6448536269514722 * sd) / Math.sqrt(n);

describe("the chance of a bound on the good side", () => {
  // statistics.md §8: 6.18 (sd / distance)² for .8 on one side.
  it("is .8 at 6.18 (sd / distance)², alpha on the bound, and half at one reach", () => {
    expect(boundPower(0.1, reachOf(618.2557), 0.05)).toBeCloseTo(0.8, 6);
    expect(boundPower(0, reachOf(100), 0.05)).toBeCloseTo(0.05, 12);
    expect(boundPower(0.3, 0.3, 0.05)).toBeCloseTo(0.5, 12);
    expect(boundPower(-0.2, reachOf(100), 0.05)).toBeLessThan(0.001);
  });

  it.each([0.05, 0.15, 0.3])("nears the exact t test's, distance %d", (distance) => {
    for (const n of [200, 1000])
      expect(boundPower(distance, reachOf(n), 0.05)).toBeCloseTo(tTestPower(n, distance, 0.05, "greater"), 2);
  });

  it("without spread is certain", () => {
    expect([boundPower(0.1, 0, 0.05), boundPower(0, 0, 0.05), boundPower(-0.1, 0, 0.05)]).toEqual([1, 0, 0]);
  });
});

describe("the chance of both bounds inside", () => {
  const at = (n: number, truth = 0) =>
    withinPower([0.2 + truth, 0.2 - truth], [reachOf(n), reachOf(n)], 0.05);

  // statistics.md §8: 8.56 (sd / delta)² for one claim at .8; 15.8 for ten together, whatever their dependence.
  it("is .8 at 8.56 (sd / delta)², and of ten claims together at 15.8", () => {
    expect(at(8.5638 / 0.04)).toBeCloseTo(0.8, 4);
    expect(1 - 10 * (1 - at(15.77 / 0.04))).toBeCloseTo(0.8, 3);
  });

  it.each([0, 0.05, 0.12])("nears the exact TOST's, truth %d", (truth) => {
    const exact = tostPower(400, { sd: 1, delta: 0.2, theta: truth, alpha: 0.05 });
    expect(at(400, truth)).toBeCloseTo(exact, 2);
  });

  it("is none where the interval is wider than the room", () => expect(at(20)).toBe(0));
});

it("tells how many times the sample would do", () => {
  expect(sizeFactor(0.1, reachOf(100), 0.05)).toBeCloseTo(6.182557, 5);
  const enough = sizeFactor(0.1, reachOf(1000), 0.05);
  expect(enough).toBeLessThan(1);
  expect(boundPower(0.1, reachOf(1000 * enough), 0.05)).toBeCloseTo(0.8, 9);
  expect(sizeFactor(0, reachOf(100), 0.05)).toBe(Number.POSITIVE_INFINITY);
});

it.each([
  () => boundPower(Number.NaN, 1, 0.05),
  () => boundPower(1, -1, 0.05),
  () => boundPower(1, Number.POSITIVE_INFINITY, 0.05),
  () => boundPower(1, 1, 0.5),
  () => sizeFactor(1, 1, 0.05, 1),
])("refuses what is no number of its kind: %#", (wrong) => expect(wrong).toThrow(RangeError));

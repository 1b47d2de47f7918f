import { describe, expect, test } from "vitest";
import { responseCurve } from "../../src/effects/curve.js";
import type { ScoredPair } from "../../src/store/scored-pairs.js";
import { pairOf, responseOf } from "./scored.js";

const SUBJECT = {
  scope: "augmentation",
  attribute: "length",
  augmentation: "padding",
  dose: null,
  stratum: null,
} as const;
const SURENESS = { alpha: 0.05, seed: 1, replicates: 500 };

/** Twelve texts, each moved by `z(dose)` give or take a little. */
const dosed = (z: Readonly<Record<number, number>>): ScoredPair[] =>
  Array.from({ length: 12 }, (_, i) => responseOf(`item ${String(i).padStart(2, "0")}`, "chosen", 1)).flatMap(
    (base, i) =>
      Object.entries(z).map(([dose, move]) =>
        pairOf(base, 1 + move + 0.01 * ((i % 5) - 2), {
          dose: Number(dose),
          baseTokens: 10,
          variantTokens: 10 * Number(dose),
        }),
      ),
  );
const curve = (pairs: readonly ScoredPair[], sides: "both" | "above" = "above", bound = 0.2) =>
  responseCurve(SUBJECT, pairs, 1, { bound, sides }, SURENESS);

describe("a response curve", () => {
  test("has the mean and the length at each dose, and a monotone fit through the means", () => {
    const { points, exceeding } = curve(dosed({ 1.5: 0.1, 2: 0.4, 3: 0.2, 4: 0.9 }));
    expect(points.map(({ dose }) => dose)).toEqual([1.5, 2, 3, 4]);
    const means = [0.1, 0.4, 0.2, 0.9].map((z) => expect.closeTo(z - 0.03 / 12, 10));
    expect(points.map(({ z }) => z)).toEqual(means);
    const close = (value: number) => expect.closeTo(value - 0.03 / 12, 10);
    expect(points.map(({ fit }) => fit)).toEqual([0.1, 0.3, 0.3, 0.9].map(close));
    expect(points.map(({ lengthRatio }) => lengthRatio)).toEqual(
      [1.5, 2, 3, 4].map((ratio) => expect.closeTo(ratio, 10)),
    );
    for (const { lower, upper, z, n, clusters, reason } of points) {
      expect(lower!).toBeLessThan(z!);
      expect(upper!).toBeGreaterThan(z!);
      expect({ n, clusters, reason }).toEqual({ n: 12, clusters: 12, reason: "" });
    }
    expect(exceeding).toMatchObject({ metric: "exceeding-dose", estimate: 2, lower: 2, upper: 2, n: 48 });
  });

  test("stands on the texts seen at every dose", () => {
    const all = dosed({ 2: 0.3, 4: 0.6 });
    const partial = all.filter(({ item, dose }) => !(item === "item 03" && dose === 4));
    const { points } = curve(partial);
    expect(points.map(({ n }) => n)).toEqual([11, 11]);
    const without = curve(all.filter(({ item }) => item !== "item 03"));
    expect(points.map(({ z }) => z)).toEqual(without.points.map(({ z }) => z));
  });

  test("that falls is too much on both sides only", () => {
    const falling = dosed({ 2: -0.1, 4: -0.8 });
    expect(curve(falling, "both").exceeding.estimate).toBe(4);
    const { estimate, lower, upper, reason } = curve(falling, "above").exceeding;
    expect({ estimate, lower, upper }).toEqual({ estimate: null, lower: null, upper: null });
    expect(reason).toBe("at most 0.2 SD up to dose 4");
  });

  test("without a text seen at every dose says so", () => {
    const apart = dosed({ 2: 0.3, 4: 0.6 }).filter(({ item, dose }) => item < "item 06" === (dose === 2));
    for (const { z, fit, reason } of curve(apart).points)
      expect({ z, fit, reason }).toEqual({ z: null, fit: null, reason: "no text was seen at every dose" });
  });
});

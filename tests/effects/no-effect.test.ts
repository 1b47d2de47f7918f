import { describe, expect, test } from "vitest";
import { adjustPs } from "../../src/effects/adjust-ps.js";
import { blankEffect } from "../../src/effects/effect-row.js";
import { againstNoEffect, mirrored } from "../../src/effects/no-effect.js";
import { stream } from "../../src/random.js";
import { type Inference, meanInference, shareInference } from "../../src/stats/inference.js";
import { minimalDetectableEffect } from "../../src/stats/power-t.js";

const normal = (name: string, count: number, mean: number): number[] => {
  const { next } = stream("normal", name);
  return Array.from(
    { length: count },
    () => mean + Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  );
};

function inferred(values: readonly number[]): Inference {
  const clusters = values.map((_, i) => `prompt ${i}`);
  const inference = meanInference({ values, clusters }, { next: stream("draws").next, replicates: 2_000 });
  if ("inconclusive" in inference) throw new Error(inference.inconclusive);
  return inference;
}

describe("p of no effect", () => {
  test.each([-0.5, -0.2, 0, 0.1, 0.3])(
    "mean %d: under 2 alpha just where zero lies outside the interval",
    (mean) => {
      const inference = inferred(normal(`p ${mean}`, 60, mean));
      for (const alpha of [0.01, 0.05, 0.2]) {
        const { p } = againstNoEffect("bias", inference, alpha);
        const outside = inference.lower(alpha) > 0 || inference.upper(alpha) < 0;
        expect(p! < 2 * alpha).toBe(outside);
      }
    },
  );

  test("of a share is held against a coin's; metrics without a value that means none have no p", () => {
    const right = Array.from({ length: 60 }, (_, i) => (i < 50 ? 1 : 0));
    const share = shareInference({ values: right, clusters: right.map((_, i) => `${i}`) });
    if ("inconclusive" in share) throw new Error(share.inconclusive);
    expect(againstNoEffect("correct-direction", share, 0.05).p).toBeLessThan(1e-4);
    expect(againstNoEffect("tail-share", share, 0.05)).toEqual({ p: null, mde: null });
  });
});

describe("the minimal detectable effect", () => {
  test.each([30, 200])("of %d independent values is that of the t test", (count) => {
    const values = normal(`mde ${count}`, count, 0);
    const mean = values.reduce((a, b) => a + b, 0) / count;
    const sd = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (count - 1));
    const exact = minimalDetectableEffect(count, 0.05, 0.8, "greater");
    if ("inconclusive" in exact) throw new Error(exact.inconclusive);
    const { mde } = againstNoEffect("bias", inferred(values), 0.05);
    // The bounds are those of the wider of two methods, stretched for skew: no narrower, and not much wider.
    expect(mde! / (exact.d * sd)).toBeGreaterThan(0.97);
    expect(mde! / (exact.d * sd)).toBeLessThan(1.5);
  });
});

test("an inference mirrored is that of the values with their sign turned", () => {
  const values = normal("mirror", 50, 0.2);
  const [there, back] = [mirrored(inferred(values)), inferred(values.map((value) => -value))];
  expect(there.estimate).toBe(back.estimate);
  for (const alpha of [0.01, 0.05]) {
    expect(there.lower(alpha)).toBeCloseTo(back.lower(alpha), 12);
    expect(there.upper(alpha)).toBeCloseTo(back.upper(alpha), 12);
  }
  expect(there.pGreater(0.1)).toBeCloseTo(back.pGreater(0.1), 12);
});

test("adjusted p within one question, q over all that is asked", () => {
  const row = (metric: "bias" | "effect", augmentation: string, p: number | null) => ({
    ...blankEffect(
      { scope: "augmentation", attribute: "a", augmentation, dose: null, stratum: null },
      metric,
      0.05,
    ),
    p,
  });
  const effects = [
    row("bias", "x", 0.01),
    row("bias", "y", 0.04),
    row("effect", "x", 0.03),
    row("bias", "z", null),
  ];
  const inPart = { ...row("bias", "x", 0.02), stratum: { kind: "side", value: "chosen" } as const };
  const adjusted = adjustPs([...effects, inPart]);
  expect(adjusted.map(({ pAdjusted }) => pAdjusted)).toEqual([0.02, 0.04, 0.03, null, 0.02]);
  // Benjamini-Hochberg by hand over .01 .02 .03 .04: each p times 4 over its rank, all .04.
  expect(adjusted.map(({ q }) => q)).toEqual([
    expect.closeTo(0.04, 12),
    expect.closeTo(0.04, 12),
    expect.closeTo(0.04, 12),
    null,
    expect.closeTo(0.04, 12),
  ]);
});

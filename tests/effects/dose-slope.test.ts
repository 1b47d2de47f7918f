import { expect, test } from "vitest";
import { doseSlope } from "../../src/effects/diagnostics.js";
import { pairOf, RULERS, responseOf } from "./scored.js";

const SUBJECT = {
  scope: "augmentation",
  attribute: "length",
  augmentation: "padding",
  dose: null,
  stratum: null,
} as const;
const SURENESS = { alpha: 0.05, seed: 1, replicates: 100 };

/** z rises by the item's own slope with each doubling of tokens; mean slope 1. */
const DOSED = [0.8, 0.9, 1, 1, 1, 1.1, 1.2, 1].flatMap((slope, index) => {
  const base = responseOf(`item ${index}`, "chosen", 0);
  return [1, 2].map((dose) =>
    pairOf(base, slope * dose, { dose, baseTokens: 10, variantTokens: 10 * 2 ** dose }),
  );
});

test("z per doubling of tokens", () => {
  expect(doseSlope(SUBJECT, DOSED, RULERS.scale, SURENESS)).toMatchObject({
    estimate: expect.closeTo(1, 12),
    n: 16,
    clusters: 8,
    reason: "",
  });
});

test("an answer without a token has no doubling, and takes nothing from the others", () => {
  const empty = [1, 2].map((dose) =>
    pairOf(responseOf("silent", "chosen", 0), 1, { dose, baseTokens: 0, variantTokens: 10 * dose }),
  );
  expect(doseSlope(SUBJECT, [...DOSED, ...empty], RULERS.scale, SURENESS)).toMatchObject({
    estimate: expect.closeTo(1, 12),
    clusters: 8,
  });
});

test("prompts seen at one length only are not counted among those the slope stands on", () => {
  const single = pairOf(responseOf("single", "chosen", 0), 5, { dose: 1 });
  expect(doseSlope(SUBJECT, [...DOSED, single], RULERS.scale, SURENESS)).toMatchObject({
    estimate: expect.closeTo(1, 12),
    clusters: 8,
  });
});

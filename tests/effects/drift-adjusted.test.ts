import { describe, expect, test } from "vitest";
import type { Covariate } from "../../src/contract.js";
import { adjustForDrift, negated } from "../../src/effects/drift-adjusted.js";
import { driftRows } from "../../src/effects/drift-rows.js";
import { stream } from "../../src/random.js";
import { meanInference } from "../../src/stats/inference.js";
import type { ScoredPair } from "../../src/store/scored-pairs.js";
import { pairOf, responseOf } from "./scored.js";

const NONE = {
  ...{ tokens: 0, sentences: 0, listItems: 0, headings: 0, bold: 0, codeSpans: 0, numbers: 0, urls: 0 },
  ...{ capitals: 0, registerMarkers: 0, codeErrors: 0 },
};
const NO_TARGET: ReadonlySet<Covariate> = new Set();
const WIDE = { lower: -10, upper: 10 };

/** One pair an item, one item a prompt: what it moved, and what else changed. */
function pairs(
  count: number,
  move: (i: number) => { readonly z: number } & Partial<Record<Covariate, number>>,
): ScoredPair[] {
  return Array.from({ length: count }, (_, i) => {
    const { z, ...drift } = move(i);
    const base = responseOf(`item ${String(i).padStart(4, "0")}`, "chosen", 0);
    return { ...pairOf(base, z), drift: { ...NONE, ...drift } };
  });
}

const adjust = (some: readonly ScoredPair[], targets = NO_TARGET, raw: typeof WIDE = WIDE) =>
  adjustForDrift(driftRows(some, 1)!, targets, raw, 0.05);

/** A "vaguer" answer that mostly becomes a list: the list is what pays. */
const { next } = stream("lists");
const noise = Array.from({ length: 300 }, () => next() - 0.5);
const LISTED = pairs(300, (i) => {
  const listItems = i % 5 === 0 ? 0 : 1 + (i % 7);
  return { z: 0.15 * listItems + 0.4 * noise[i]!, listItems };
});

describe("the effect at zero drift", () => {
  test("vanishes where all of it came with the lists, and is flagged", () => {
    const raw = meanInference(
      { values: LISTED.map(({ variant }) => variant), clusters: LISTED.map(({ prompt }) => prompt) },
      { next: stream("raw").next, replicates: 500 },
    );
    if ("inconclusive" in raw) throw new Error(raw.inconclusive);
    const found = adjust(LISTED, NO_TARGET, { lower: raw.lower(0.05), upper: raw.upper(0.05) });
    expect(raw.lower(0.05)).toBeGreaterThan(0.3);
    expect(found).toMatchObject({ adjustedFor: "listItems", adjustedReason: "", disagrees: true });
    expect(found.adjustedLower!).toBeLessThan(0);
    expect(found.adjustedUpper!).toBeGreaterThan(0);
  });

  test("is the intercept of the line through z over drift, worked out by hand", () => {
    const x = LISTED.map(({ drift }) => drift!.listItems);
    const y = LISTED.map(({ variant }) => variant);
    const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
    const [mx, my] = [mean(x), mean(y)];
    const slope =
      x.reduce((sum, v, i) => sum + (v - mx) * (y[i]! - my), 0) /
      x.reduce((sum, v) => sum + (v - mx) ** 2, 0);
    expect(adjust(LISTED).adjusted).toBeCloseTo(my - slope * mx, 12);
    const minus = negated(adjust(LISTED));
    expect(minus.adjusted).toBeCloseTo(slope * mx - my, 12);
    expect(minus.adjustedLower!).toBeLessThan(minus.adjustedUpper!);
  });

  test("of what the operator means to move nothing is taken off", () => {
    const mean = LISTED.reduce((sum, { variant }) => sum + variant, 0) / LISTED.length;
    const found = adjust(LISTED, new Set<Covariate>(["listItems"]));
    expect(found).toMatchObject({ adjusted: expect.closeTo(mean, 12), adjustedFor: "", adjustedReason: "" });
  });

  test("each item weighs the same: its pairs are averaged first", () => {
    const twice = LISTED.flatMap((pair, i) => (i % 3 === 0 ? [pair, pair] : [pair]));
    expect(adjust(twice).adjusted).toBeCloseTo(adjust(LISTED).adjusted!, 12);
  });

  test("a covariate that another one implies changes nothing", () => {
    const doubled = LISTED.map((pair) => ({
      ...pair,
      drift: { ...pair.drift!, bold: 2 * pair.drift!.listItems },
    }));
    expect(adjust(doubled).adjusted).toBeCloseTo(adjust(LISTED).adjusted!, 10);
    expect(adjust(doubled).adjustedFor).toBe("listItems, bold");
  });
});

describe("is not identified", () => {
  test.each<[string, readonly ScoredPair[], RegExp]>([
    [
      "where every pair drifts",
      pairs(100, (i) => ({ z: noise[i]!, listItems: 4 + (i % 3) })),
      /listItems is near zero in fewer than 6 prompts/,
    ],
    [
      "where zero lies between the data, not among them",
      pairs(100, (i) => ({ z: noise[i]!, listItems: i % 2 ? 5 + (i % 3) : -5 - (i % 3) })),
      /listItems is near zero in fewer than 6 prompts/,
    ],
    [
      "where each covariate alone is near zero, but never both",
      pairs(200, (i) => ({
        z: noise[i]!,
        listItems: i % 2 ? 0 : 10 + (i % 5),
        bold: i % 2 ? 10 + (i % 5) : 0,
      })),
      /no data near zero drift in all covariates together/,
    ],
    [
      "with few prompts for the covariates",
      pairs(12, (i) => ({ z: noise[i]!, listItems: i % 2, bold: (i % 3) - 1 })),
      /12 prompts, and 2 covariates want 15 or more/,
    ],
    ["where z does not vary", pairs(60, (i) => ({ z: 0.5, listItems: i % 2 })), /no variance/],
  ])("%s", (_label, some, why) => {
    const { adjusted, adjustedLower, adjustedReason, disagrees } = adjust(some);
    expect({ adjusted, adjustedLower, disagrees }).toEqual({
      adjusted: null,
      adjustedLower: null,
      disagrees: null,
    });
    expect(adjustedReason).toMatch(/^not identified: /);
    expect(adjustedReason).toMatch(why);
  });

  test("a drift that nobody sees is none", () => {
    const some = pairs(60, (i) => ({ z: noise[i]!, tokens: 0.02 + 0.01 * (i % 3) }));
    expect(adjust(some)).toMatchObject({ adjustedFor: "", adjustedReason: "" });
  });
});

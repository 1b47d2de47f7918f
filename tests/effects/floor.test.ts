import { describe, expect, it } from "vitest";
import { belowFloor } from "../../src/effects/floor.js";
import type { ScoredPair, ScoredResponse } from "../../src/store/scored-pairs.js";
import { pairOf, RULERS, responseOf } from "./scored.js";

/** Forty items of two answers each, scoring 0..79, and one probe an item with the given score. */
const responses = Array.from({ length: 40 }, (_, i) => {
  const item = `item ${String(i).padStart(2, "0")}`;
  return [responseOf(item, "chosen", 2 * i + 1), responseOf(item, "rejected", 2 * i)];
}).flat();
const probesOf = (score: (base: ScoredResponse, index: number) => number): ScoredPair[] =>
  responses
    .filter(({ role }) => role === "chosen")
    .map((base, index) => pairOf(base, score(base, index), { augmentation: "only-a-dot" }));
const measure = (pairs: readonly ScoredPair[], rulers: object = {}, real = responses) =>
  belowFloor([{ expects: "lower", probe: true, pairs }], real, { ...RULERS, ...rulers });
const shareOf = ({ sample: { values } }: ReturnType<typeof measure>) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
const overall = { scale: { ...RULERS.scale, used: "overall" } };

describe("with the overall ruler", () => {
  // The 5 % quantile of 0..79 (type 7) is 0.05 x 79 = 3.95.
  it("holds raw scores against the quantile of all real answers", () => {
    const share = shareOf(
      measure(
        probesOf((_, index) => index),
        overall,
      ),
    );
    expect(share).toBe(4 / 40);
    expect(
      shareOf(
        measure(
          probesOf((_, index) => index),
          { ...overall, floor: 0.25 },
        ),
      ),
    ).toBe(20 / 40);
  });

  it("counts a probe within twice the noise floor half", () => {
    const near = measure(
      probesOf(() => 3.9),
      { ...overall, tolerance: 0.1 },
    );
    expect(new Set(near.sample.values)).toEqual(new Set([0.5]));
    expect(
      shareOf(
        measure(
          probesOf(() => 3.8),
          { ...overall, tolerance: 0.1 },
        ),
      ),
    ).toBe(1);
  });
});

describe("within prompts", () => {
  it("sees an answer from the mean of its prompt: a shift of a prompt changes nothing", () => {
    // Every answer lies 0.5 off the mean of its prompt; two answers are stretched by the root of 2: the floor is -0.707.
    const below = measure(probesOf(({ score }) => score - 0.5 - 0.71));
    expect(below.reason).toBe("");
    expect(shareOf(below)).toBe(1);
    expect(shareOf(measure(probesOf(({ score }) => score - 0.5 - 0.7)))).toBe(0);
  });

  it("tells the clusters, one value an item", () => {
    const measured = measure(probesOf(() => 0));
    expect(measured).toMatchObject({ metric: "below-floor", estimator: "share", n: 40 });
    expect(new Set(measured.sample.clusters).size).toBe(40);
  });

  it("has no floor where no prompt has several answers, or too few do", () => {
    const alone = responses.filter(({ role }) => role === "chosen");
    expect(
      measure(
        probesOf(() => 0),
        {},
        alone,
      ).reason,
    ).toBe("0 real answers to prompts with several, and a floor at 5 % of them wants 20");
    expect(
      measure(
        probesOf(() => 0),
        {},
        responses.slice(0, 18),
      ).reason,
    ).toContain("18 real answers");
    expect(
      measure(
        probesOf(() => 0),
        overall,
        responses.slice(0, 19),
      ).sample.values,
    ).toEqual([]);
  });
});

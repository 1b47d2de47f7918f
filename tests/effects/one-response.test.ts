import { describe, expect, test } from "vitest";
import { analyzeScores } from "../../src/effects/analyze.js";
import { averageByItem, rootMeanSquareByItem } from "../../src/effects/item-values.js";
import { measureScale } from "../../src/effects/scale.js";
import type { Rule } from "../../src/rubric/rubric.js";
import type { ScoredPair, ScoredResponse } from "../../src/store/scored-pairs.js";

const answer = (index: number, score: number, prompt = `prompt ${index}`): ScoredResponse => ({
  item: `item ${String(index).padStart(3, "0")}`,
  prompt,
  position: 0,
  role: "response",
  style: "",
  score,
  truncated: false,
});

const SCORES = [1, 4, 2, 8, 5, 7, 3, 6, 9, 0];
const RESPONSES = SCORES.map((score, index) => answer(index, score));
const PAIRS = RESPONSES.map(
  (response): ScoredPair => ({
    ...response,
    augmentation: "jitter",
    dose: null,
    expects: "same",
    changes: "response",
    base: response.score,
    variant: response.score + 0.5,
    baseTokens: 10,
    variantTokens: 10,
  }),
);
const RULE: Rule = {
  kind: "spurious",
  attribute: "whitespace",
  why: "A test.",
  expects: "same",
  selected: [{ augmentation: "jitter", dose: undefined }],
  claims: [
    {
      id: "whitespace/bias",
      kind: "spurious",
      attribute: "whitespace",
      metric: "bias",
      comparison: "within",
      bound: 0.3,
      severity: "error",
      why: "A test.",
    },
  ],
};

const analyze = (used: "within-prompt" | "overall") =>
  analyzeScores({
    responses: RESPONSES,
    pairsOf: () => PAIRS,
    rules: [RULE],
    rulers: { scale: measureScale(RESPONSES, used), tolerance: 0, tail: 0.5 },
    alpha: 0.05,
    seed: 1,
  });

describe("one response a prompt", () => {
  test("there is no within-prompt SD, so nothing in SDs is claimed, and the reason names the way out", () => {
    expect(measureScale(RESPONSES, "within-prompt")).toMatchObject({ within: null, ruler: null });
    const { effects, evidence } = analyze("within-prompt");
    for (const one of effects.filter(({ metric }) => ["bias", "dispersion", "tail-share"].includes(metric))) {
      expect(one).toMatchObject({ estimate: null, lower: null, upper: null, n: 10 });
      expect(one.reason).toContain('set "scale": "overall" in the rubric');
    }
    expect(evidence[0]).toMatchObject({ estimate: null, lower: null, upper: null, pFail: null });
    expect(evidence[0]!.reason).toContain("no prompt has two responses");
  });

  test("the overall SD is the other ruler: that of ten whole numbers, 0 to 9", () => {
    const sd = Math.sqrt(82.5 / 9);
    expect(measureScale(RESPONSES, "overall").ruler).toBeCloseTo(sd, 12);
    const { effects } = analyze("overall");
    const bias = effects.find(({ scope, metric }) => scope === "attribute" && metric === "bias")!;
    expect(bias.estimate).toBeCloseTo(0.5 / sd, 12);
  });

  test("order cannot be measured without chosen and rejected", () => {
    const { effects } = analyze("overall");
    expect(effects.map(({ metric }) => metric)).not.toContain("flip-rate");
  });
});

describe("each item weighs the same", () => {
  const value = (item: string, prompt: string, number: number) => ({ item, prompt, value: number });

  test("however many values it has", () => {
    const sample = averageByItem([
      value("a", "p", 1),
      value("a", "p", 3),
      value("a", "p", 8),
      value("b", "q", 0),
    ]);
    expect(sample).toEqual({ values: [4, 0], clusters: ["p", "q"] });
  });

  test("and the mean of squares is the mean over items of the mean square", () => {
    const sample = rootMeanSquareByItem([value("a", "p", 3), value("a", "p", -4), value("b", "p", 1)]);
    expect(sample.values.map((one) => one ** 2)).toEqual([expect.closeTo(12.5, 12), expect.closeTo(1, 12)]);
    expect(sample.clusters).toEqual(["p", "p"]);
  });
});

test("an extra operator of a known attribute pools nothing and tells its doses apart", () => {
  const dosed = (dose: number) => PAIRS.map((pair) => ({ ...pair, dose }));
  const select = (dose: number) => [{ augmentation: "jitter", dose }];
  const { effects } = analyzeScores({
    responses: RESPONSES,
    pairsOf: () => [...dosed(1), ...dosed(2)],
    rules: [
      { ...RULE, selected: select(1) },
      { ...RULE, selected: select(2), claims: [] },
    ],
    rulers: { scale: measureScale(RESPONSES, "overall"), tolerance: 0, tail: 0.5 },
    alpha: 0.05,
    seed: 1,
  });
  const bias = effects.filter(({ metric }) => metric === "bias").map(({ scope, dose }) => [scope, dose]);
  expect(bias).toEqual([
    ["augmentation", null],
    ["attribute", null],
    ["dose", 2],
  ]);
});

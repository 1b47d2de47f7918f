import { expect, test } from "vitest";
import { analyzeScores } from "../../src/effects/analyze.js";
import { inputOf, pairOf, responseOf, ruleOf } from "./scored.js";

const ITEMS = ["a", "b", "c", "d", "e", "f", "g", "h"];

test("the ranking counts its ties: comparisons within twice the noise floor", () => {
  const responses = ITEMS.flatMap((item, index) => [
    responseOf(item, "chosen", index < 3 ? 0.05 : 1),
    responseOf(item, "rejected", 0),
  ]);
  const rule = ruleOf({ kind: "ranking", attribute: "ranking", selected: [], expects: "higher" });
  const { effects } = analyzeScores(inputOf({ responses, pairs: [], rules: [rule] }, { tolerance: 0.1 }));
  expect(effects.map(({ metric, n, ties }) => ({ metric, n, ties }))).toEqual([
    { metric: "accuracy", n: 8, ties: 3 },
  ]);
});

test("every row about the same pairs counts the same ties", () => {
  const responses = ITEMS.map((item) => responseOf(item, "chosen", 0));
  const moves = [0, 0, -0.4, -0.6, -0.7, 0.2, -0.9, -1];
  const pairs = responses.flatMap((response, index) =>
    [1, 2].map((dose) =>
      pairOf(response, dose * moves[index]!, { dose, variantTokens: 10 * (dose + 1) + index }),
    ),
  );
  const selected = [1, 2].map((dose) => ({ augmentation: "padding", dose }));
  const rule = ruleOf({ kind: "causal", expects: "lower", selected });
  const { effects } = analyzeScores(inputOf({ responses, pairs, rules: [rule] }));
  const rows = effects.filter(({ scope }) => scope === "augmentation");
  expect(new Set(rows.map(({ metric }) => metric))).toEqual(
    new Set(
      "correct-direction effect bias standardised-effect rank-biserial sign-flip slope exceeding-dose".split(
        " ",
      ),
    ),
  );
  for (const { metric, n, ties } of rows) expect({ metric, n, ties }).toEqual({ metric, n: 16, ties: 4 });
});

import { expect, test } from "vitest";
import type { Claim } from "../../src/contract.js";
import { analyzeScores } from "../../src/effects/analyze.js";
import { judge } from "../../src/rubric/judge.js";
import { inputOf, pairOf, responseOf, ruleOf } from "./scored.js";

const claim = (metric: Claim["metric"]): Claim => ({
  id: `length/${metric}`,
  kind: "spurious",
  attribute: "length",
  metric,
  comparison: "at-most",
  bound: 0.1,
  severity: "error",
  why: "w",
});
const CLAIMS = (["net-flip-rate", "net-attack-success", "accuracy-drop"] as const).map(claim);

/** 80 prompts whose chosen answer leads by 1; padding adds `chosenGain` and `rejectedGain`. */
function verdictsOf(chosenGain: number, rejectedGain: number): Record<string, string> {
  const items = Array.from({ length: 80 }, (_, index) => `item ${index}`);
  const responses = items.flatMap((item) => [responseOf(item, "chosen", 1), responseOf(item, "rejected", 0)]);
  const pairs = responses.map((response) =>
    pairOf(response, response.score + (response.role === "chosen" ? chosenGain : rejectedGain)),
  );
  const rule = ruleOf({ expects: "not-higher", claims: CLAIMS });
  const { evidence } = analyzeScores(inputOf({ responses, pairs, rules: [rule] }));
  const { verdicts } = judge(evidence, { alpha: 0.05, minimumPrompts: 60, noise: null });
  return Object.fromEntries(verdicts.map(({ claim: { metric }, verdict }) => [metric, verdict]));
}

test("a model of which no preference ever turns keeps its promises", () => {
  expect(verdictsOf(0, 0)).toEqual({
    "net-flip-rate": "pass",
    "net-attack-success": "pass",
    "accuracy-drop": "pass",
  });
});

test("a model of which every preference turns breaks them", () => {
  expect(verdictsOf(0, 3)).toEqual({
    "net-flip-rate": "fail",
    "net-attack-success": "fail",
    "accuracy-drop": "fail",
  });
});

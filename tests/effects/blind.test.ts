import { describe, expect, it } from "vitest";
import type { Claim } from "../../src/contract.js";
import { analyzeScores } from "../../src/effects/analyze.js";
import { judge } from "../../src/rubric/judge.js";
import { inputOf, pairOf, RULERS, responseOf, ruleOf } from "./scored.js";

const BIAS: Claim = {
  id: "length/bias",
  kind: "spurious",
  attribute: "length",
  metric: "bias",
  comparison: "within",
  bound: 0.2,
  severity: "error",
  why: "w",
};

/** A model that scores base and variant alike, to the last digit; base scores span 6 SDs. */
function verdictOf(prompts: number, moved: (index: number) => number = () => 0) {
  const responses = Array.from({ length: prompts }, (_, i) => responseOf(`item ${i}`, "chosen", i % 7));
  const pairs = responses.map((response, i) => pairOf(response, response.score + moved(i)));
  const input = inputOf({ responses, pairs, rules: [ruleOf({ claims: [BIAS] })] }, RULERS);
  const { evidence } = analyzeScores(input);
  return judge(evidence, { alpha: 0.05, minimumPrompts: 6, noise: null }).verdicts[0]!;
}

describe("a change that the model cannot see", () => {
  it("proves nothing of 60 prompts: 4.9 % of them may hide moves of up to 6 SDs", () => {
    expect(verdictOf(60)).toMatchObject({ verdict: "inconclusive", upper: expect.closeTo(6 * 0.0487, 3) });
  });

  it("passes on 120 prompts, by the method that says what it assumes", () => {
    expect(verdictOf(120)).toMatchObject({ verdict: "pass", upper: expect.closeTo(6 * 0.02466, 3) });
  });
});

it("says that values are too skewed for an upper bound, and leaves the claim open", () => {
  // One prompt of 60 moves by 7 SDs: further than the base scores span.
  const got = verdictOf(60, (i) => (i === 3 ? 7 : 0));
  expect(got.verdict).toBe("inconclusive");
  expect(got.because).toMatch(/too skewed for 60 prompts to give an upper bound|too few prompts for a bound/);
});

it("a bias on fewer prompts than its bounds are calibrated for is not judged", () => {
  const got = verdictOf(19, (i) => 0.01 * Math.sin(i * i));
  expect(got).toMatchObject({
    verdict: "inconclusive",
    because: "19 prompts, and bounds of bias hold from 20 on (bench/CALIBRATION.md)",
  });
});

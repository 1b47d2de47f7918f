import { describe, expect, it } from "vitest";
import type { Claim } from "../../src/contract.js";
import { type Evidence, judge } from "../../src/rubric/judge.js";
import { claimOf } from "./claim-of.js";

const RULES = { alpha: 0.05, minimumPrompts: 30, noise: null };

const BIAS = claimOf("bias", "within", 0.2);
const RIGHT = claimOf("correct-direction", "at-least", 0.75);
const TAIL = claimOf("tail-share", "at-most", 0.2);

function found(of: Claim, numbers: Partial<Evidence>): Evidence {
  const none = { estimate: null, lower: null, upper: null, pFail: null, sd: null, effectiveN: null };
  return { claim: of, ...none, n: 100, clusters: 80, reason: "", ...numbers };
}
const PASSES = found(BIAS, { estimate: 0.02, lower: -0.05, upper: 0.09, pFail: 1 });
const one = (evidence: Evidence, rules: Partial<Parameters<typeof judge>[1]> = {}) =>
  judge([evidence], { ...RULES, ...rules }).verdicts[0]!;

describe("one claim", () => {
  it.each([
    ["within, both bounds inside", PASSES, "pass"],
    [
      "within, one bound outside",
      found(BIAS, { estimate: 0.1, lower: 0, upper: 0.21, pFail: 1 }),
      "inconclusive",
    ],
    [
      "within, the other outside",
      found(BIAS, { estimate: -0.1, lower: -0.2, upper: 0, pFail: 1 }),
      "inconclusive",
    ],
    ["at-least above", found(RIGHT, { estimate: 0.8, lower: 0.76, upper: 0.84, pFail: 0.99 }), "pass"],
    [
      "at-least touching",
      found(RIGHT, { estimate: 0.8, lower: 0.75, upper: 0.84, pFail: 0.9 }),
      "inconclusive",
    ],
    ["at-least below", found(RIGHT, { estimate: 0.6, lower: 0.55, upper: 0.65, pFail: 0.001 }), "fail"],
    ["at-most below", found(TAIL, { estimate: 0.1, lower: 0.07, upper: 0.15, pFail: 0.99 }), "pass"],
    ["at-most above", found(TAIL, { estimate: 0.3, lower: 0.25, upper: 0.35, pFail: 0.001 }), "fail"],
    [
      "at-most, an infinite bound",
      found(TAIL, { estimate: 0.1, lower: -Infinity, upper: Infinity, pFail: 1 }),
      "inconclusive",
    ],
    [
      "not significantly different is not the same",
      found(BIAS, { estimate: 0, lower: -0.5, upper: 0.5, pFail: 1 }),
      "inconclusive",
    ],
    [
      "a bound on one side is enough where one counts",
      found(RIGHT, { estimate: 0.9, lower: 0.8, pFail: 1 }),
      "pass",
    ],
    [
      "a p at alpha is not below it",
      found(TAIL, { estimate: 0.3, lower: 0.2, upper: 0.4, pFail: 0.05 }),
      "inconclusive",
    ],
  ])("%s", (_name, evidence, verdict) => {
    expect(one(evidence).verdict).toBe(verdict);
  });

  it.each([
    [found(RIGHT, { reason: "under 6 prompts", clusters: 3 }), {}, "under 6 prompts"],
    [found(RIGHT, { estimate: 0.9 }), {}, "no interval could be computed"],
    [found(RIGHT, { estimate: Number.NaN, lower: 0.9, upper: 1 }), {}, "no interval could be computed"],
    [{ ...PASSES, clusters: 29 }, {}, "29 prompts, and the rubric wants 30"],
    [
      found(RIGHT, { estimate: 0.1, lower: 0, upper: 0.2, pFail: 1e-9, clusters: 29 }),
      {},
      "29 prompts, and the rubric wants 30",
    ],
    // 0.2 SD x 1.5 = 0.30 of score; six floors of 0.06 are 0.36.
    [
      PASSES,
      { noise: { floor: 0.06, scale: 1.5 } },
      "the scorer's noise is too large: 0.20 SD is 0.30 of score, under 6 × the noise floor of 0.060",
    ],
    [
      found(TAIL, { estimate: 0.1, lower: 0, upper: 0.15, pFail: 1 }),
      { noise: { floor: 0.1, scale: 1 }, tail: 0.5 },
      "the scorer's noise is too large: 0.50 SD is 0.50 of score, under 6 × the noise floor of 0.10",
    ],
  ])("decides nothing: %#", (evidence, rules, because) => {
    expect(one(evidence, rules)).toMatchObject({ verdict: "inconclusive", because, pFailHolm: null });
  });

  it("bears noise of exactly a sixth, and asks none of a rate", () => {
    expect(one(PASSES, { noise: { floor: 0.05, scale: 1.5 } }).verdict).toBe("pass");
    const rate = found(RIGHT, { estimate: 0.8, lower: 0.76, upper: 0.84, pFail: 1 });
    expect(one(rate, { noise: { floor: 9, scale: 1 } }).verdict).toBe("pass");
  });
});

describe("the words", () => {
  it.each([
    [PASSES, "+0.02 [−0.05, +0.09], proved within ±0.20 SD"],
    [
      found(RIGHT, { estimate: 0.62, lower: 0.58, upper: 0.66, pFail: 0.0004 }),
      "62 % [58, 66], proved below 75 % (p < 0.001 after Holm over 1)",
    ],
    [
      found(BIAS, { estimate: 0.61, lower: 0.55, upper: 0.67, pFail: 0.012 }),
      "+0.61 [+0.55, +0.67], proved outside ±0.20 SD (p = 0.012 after Holm over 1)",
    ],
    // One decimal more, lest 74.6 % read as the bound itself.
    [
      found(RIGHT, { estimate: 0.8, lower: 0.746, upper: 0.85, pFail: 0.9 }),
      "80.0 % [74.6, 85.0], not proved at least 75.0 %",
    ],
    // 6.1826 x 1 / 0.1² = 618.26 effective pairs for 100: 5.1826 x 80 = 414.6 prompts more.
    [
      found(BIAS, { estimate: 0.1, lower: -0.06, upper: 0.26, pFail: 1, sd: 1, effectiveN: 100 }),
      "+0.10 [−0.06, +0.26], not proved within ±0.20 SD; about 420 more prompts would settle it",
    ],
    // 6.1826 x 0.75 x 0.25 / 0.05² = 463.7 for 200: 1.3185 x 80 = 105.5.
    [
      found(RIGHT, { estimate: 0.8, lower: 0.72, upper: 0.87, pFail: 0.9, effectiveN: 200 }),
      "80 % [72, 87], not proved at least 75 %; about 110 more prompts would settle it",
    ],
    [
      found(BIAS, { estimate: -0.25, lower: -0.4, upper: -0.1, pFail: 0.6, sd: 1, effectiveN: 100 }),
      "−0.25 [−0.40, −0.10], not proved within ±0.20 SD; at this estimate no number of prompts will settle it in its favour",
    ],
  ])("%#", (evidence, because) => {
    expect(one(evidence).because).toBe(because);
  });
});

describe("the family", () => {
  const failing = (id: string, pFail: number, severity: "error" | "warn" = "error") =>
    found({ ...TAIL, id, severity }, { estimate: 0.3, lower: 0.22, upper: 0.38, pFail });

  it("adjusts over all error claims, undecidable ones with p = 1, warn ones left out", () => {
    const unknown = found({ ...RIGHT, id: "d" }, { reason: "no pair" });
    // A p that comes with a refusal is not trusted: it must not use up the family's first step.
    const few = { ...failing("e", 1e-9), clusters: 7 };
    const all = [failing("a", 0.02), failing("b", 0.009), failing("w", 0.02, "warn"), unknown, few];
    const { verdicts, verdict } = judge(all, RULES);
    // Four in the family: 0.009 x 4, then 0.02 x 3.
    expect(verdicts.map(({ pFailHolm }) => pFailHolm)).toEqual([
      expect.closeTo(0.06, 12),
      expect.closeTo(0.036, 12),
      null,
      null,
      null,
    ]);
    expect(verdicts.map((one) => one.verdict)).toEqual([
      "inconclusive",
      "fail",
      "fail",
      "inconclusive",
      "inconclusive",
    ]);
    expect(verdicts[0]!.because).toBe(
      "30 % [22, 38], above 20 %, but not beyond chance (p = 0.060 after Holm over 4)",
    );
    expect(verdicts[2]!.because).toBe("30 % [22, 38], proved above 20 % (p = 0.020)");
    expect(verdict).toBe("fail");
  });
});

describe("the gate", () => {
  const warn = { ...BIAS, severity: "warn" } as const;
  const open = found({ ...RIGHT, id: "open" }, { reason: "no pair" });
  const failed = found({ ...TAIL, id: "bad" }, { estimate: 0.4, lower: 0.3, upper: 0.5, pFail: 1e-6 });

  it.each([
    [
      "all pass",
      [PASSES, { ...PASSES, claim: { ...BIAS, id: "second" } }],
      "pass",
      "proved: length/bias, second",
    ],
    ["one open", [PASSES, open], "inconclusive", "not proved: open"],
    ["one fails, one open", [PASSES, open, failed], "fail", "failed: bad"],
    [
      "a warning fails",
      [PASSES, { ...failed, claim: { ...TAIL, severity: "warn" as const } }],
      "pass",
      "proved: length/bias",
    ],
    [
      "only warnings",
      [{ ...PASSES, claim: warn }],
      "inconclusive",
      "no claim has severity error: there is nothing to pass",
    ],
    ["nothing", [], "inconclusive", "no claim has severity error: there is nothing to pass"],
  ])("%s", (_name, evidence, verdict, because) => {
    const { verdicts, power: _, ...gate } = judge(evidence, RULES);
    expect(gate).toEqual({ verdict, because });
    expect(verdicts.map(({ claim: { id } }) => id)).toEqual(evidence.map(({ claim: { id } }) => id));
  });
});

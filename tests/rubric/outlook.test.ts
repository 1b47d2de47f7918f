import { describe, expect, it } from "vitest";
import type { Claim } from "../../src/contract.js";
import { type Evidence, judge } from "../../src/rubric/judge.js";
import { claimOf } from "./claim-of.js";

const RULES = { alpha: 0.05, minimumPrompts: 30, noise: null };
const Z = 1.6448536269514722;

/** An estimate whose one-sided bounds lie one z of this standard error away. */
function found(of: Claim, estimate: number, se: number, more: Partial<Evidence> = {}): Evidence {
  const bounds = { lower: estimate - Z * se, upper: estimate + Z * se, pFail: 0.9 };
  return {
    claim: of,
    estimate,
    ...bounds,
    n: 100,
    clusters: 80,
    reason: "",
    sd: null,
    effectiveN: null,
    ...more,
  };
}
const one = (evidence: Evidence, rules: object = {}) =>
  judge([evidence], { ...RULES, ...rules }).verdicts[0]!;

const FLIPS = claimOf("net-flip-rate", "at-most", 0.1);

describe("how many more prompts", () => {
  it.each([
    // (1.645 + 0.842)² x (0.04 / 0.05)² = 3.957 times the 80 prompts: 237 more.
    ["net shares", found(FLIPS, 0.05, 0.04), 237],
    ["a drop of accuracy", found(claimOf("accuracy-drop", "at-most", 0.1), 0.05, 0.04), 237],
    ["enough", found(FLIPS, 0, 0.02), 0],
    ["beyond the bound", found(FLIPS, 0.12, 0.04), "never"],
    ["on the bound", found(FLIPS, 0.1, 0.04), "never"],
    ["within, below zero", found(claimOf("net-flip-rate", "within", 0.1), -0.05, 0.04), 237],
    // Squares: .16, its upper bound .36, the claim's .36: the reach is all the room, so 6.18 / 1.645² times 80.
    [
      "a root mean square",
      found(claimOf("dispersion", "at-most", 0.6), 0.4, 0, { lower: 0.1, upper: 0.6 }),
      Math.ceil((6.182557 / Z ** 2 - 1) * 80),
    ],
    [
      "fewer than the rubric wants",
      found(claimOf("tail-share", "at-most", 0.1), 0.05, 0.04, { clusters: 20 }),
      10,
    ],
    ["fewer than its interval wants", found(FLIPS, 0.05, 0.04, { clusters: 45 }), 15],
    ["no pair", found(FLIPS, 0, 0, { clusters: 0, reason: "no valid pair" }), null],
  ])("%s", (_name, evidence, more) => expect(one(evidence).morePrompts).toBe(more));

  it("is said where the claim stays open", () => {
    expect(one(found(FLIPS, 0.05, 0.04)).because).toContain("about 240 more prompts would settle it");
    expect(one(found(FLIPS, 0.12, 0.04)).because).toContain(
      "no number of prompts will settle it in its favour",
    );
  });
});

describe("power", () => {
  it("of a claim: as estimated, and where nothing moves", () => {
    const { power } = one(found(FLIPS, 0.05, 0.02));
    // Φ(0.05 / 0.02 - 1.645) and Φ(0.1 / 0.02 - 1.645).
    expect(power!.asEstimated).toBeCloseTo(0.803765, 5);
    expect(power!.atNoEffect).toBeCloseTo(0.999603, 5);
  });

  it("of what must move has no other truth than the estimate", () => {
    const right = claimOf("correct-direction", "at-least", 0.75, { kind: "causal" });
    const { power } = one(found(right, 0.8, 0.02));
    expect(power!.asEstimated).toBeCloseTo(0.803765, 5);
    expect(power!.atNoEffect).toBe(power!.asEstimated);
  });

  it("of the gate: the product, with what dependence can make of it; warnings and waived claims apart", () => {
    const ten = Array.from({ length: 10 }, (_, index) =>
      found({ ...FLIPS, id: `c${index}` }, 0.05, 0.05 / (Z + 0.8416212335729143)),
    );
    const warn = found({ ...FLIPS, id: "w", severity: "warn" }, 0.3, 0.01);
    const waived = found({ ...FLIPS, id: "x" }, 0.3, 0.01);
    const rules = { ...RULES, waivers: [{ claim: "x", until: "2027-01-01", why: "w" }] };
    const { power } = judge([...ten, warn, waived], rules);
    // statistics.md §8: ten independent claims at power .8 pass together 11 % of the time.
    expect(power.asEstimated).toBeCloseTo(0.8 ** 10, 9);
    expect(power.least).toBe(0);
    expect(power.most).toBeCloseTo(0.8, 9);
    expect(power.atNoEffect).toBeGreaterThan(0.99);
  });

  it("is not known where a claim cannot be judged", () => {
    const open = found({ ...FLIPS, id: "y" }, 0, 0, { reason: "no valid pair", clusters: 0 });
    expect(judge([found(FLIPS, 0, 0.01), open], RULES).power).toEqual({
      asEstimated: null,
      atNoEffect: null,
      least: null,
      most: null,
    });
  });
});

describe("what the rubric wants of the data", () => {
  const PASSES = found(FLIPS, 0, 0.01, { applied: 0.42 });

  it.each([
    [{ minimumApplied: 0.5 }, "a valid pair on 42.0 % of the items, and the rubric wants 50.0 %"],
    [{ needs: new Map([["length", { minimumApplied: 0.43 }]]) }, "and the rubric wants 43.0 %"],
    [{ needs: new Map([["length", { minimumPrompts: 90 }]]) }, "80 prompts, and the rubric wants 90"],
    [
      { missingLanguages: [{ language: "de", prompts: 4 }] },
      "prompts by language: de 4, and the rubric wants 30 of each",
    ],
  ])("%j", (rules, because) => {
    expect(one(PASSES, rules)).toMatchObject({
      verdict: "inconclusive",
      because: expect.stringContaining(because),
    });
  });

  it.each([
    [{ minimumApplied: 0.42 }],
    [{ minimumApplied: 0.9, needs: new Map([["length", { minimumApplied: 0.4 }]]) }],
    [{ minimumPrompts: 90, needs: new Map([["length", { minimumPrompts: 80 }]]) }],
    [{ minimumApplied: 0.9, needs: new Map([["other", { minimumApplied: 0.4 }]]) }, "inconclusive"],
  ])("%j", (rules, verdict = "pass") => expect(one(PASSES, rules).verdict).toBe(verdict));

  it("and of the scorer: as many noise floors as it says", () => {
    const bias = found(claimOf("bias", "within", 0.2), 0, 0.01);
    const noise = { floor: 0.05, scale: 1 };
    expect(one(bias, { noise }).because).toContain("under 6 × the noise floor");
    expect(one(bias, { noise, noiseFactor: 4 }).verdict).toBe("pass");
    expect(one(bias, { noise, noiseFactor: 5 }).because).toContain("under 5 × the noise floor");
  });
});

describe("a waiver", () => {
  const bad = found({ ...FLIPS, id: "bad" }, 0.3, 0.01, { pFail: 1e-6 });
  const fine = found(FLIPS, 0, 0.01);
  const waivers = [{ claim: "bad", until: "2026-12-31", why: "w" }];

  it("lets a failed claim block no launch, and says so", () => {
    const { verdict, verdicts, because } = judge([fine, bad], { ...RULES, waivers });
    expect(verdict).toBe("pass");
    expect(verdicts[1]).toMatchObject({ verdict: "fail", waiver: waivers[0] });
    expect(because).toBe("proved: length/net-flip-rate; waived: bad until 2026-12-31");
    expect(judge([fine, bad], RULES).verdict).toBe("fail");
  });

  it("leaves the family as large as it was", () => {
    const near = found({ ...FLIPS, id: "near" }, 0.14, 0.02, { pFail: 0.03 });
    const { verdicts } = judge([near, bad], { ...RULES, waivers });
    expect(verdicts.map(({ pFailHolm }) => pFailHolm)).toEqual([0.03, 2e-6]);
    const { verdicts: open } = judge([near, { ...bad, pFail: 0.9 }], { ...RULES, waivers });
    expect(open[0]!.pFailHolm).toBe(0.06);
  });

  it("of everything leaves nothing to pass", () => {
    expect(judge([bad], { ...RULES, waivers })).toMatchObject({
      verdict: "inconclusive",
      because: "every claim is waived: there is nothing to pass",
    });
  });
});

import { describe, expect, it } from "vitest";
import type { Claim } from "../../src/contract.js";
import { assumedOf } from "../../src/planning/assumed.js";
import { expectedEvidence } from "../../src/planning/expected-evidence.js";
import { morePromptsFor } from "../../src/planning/more-prompts.js";
import { outlookOf } from "../../src/planning/outlook.js";
import type { Survey } from "../../src/planning/survey.js";
import { ALL } from "../../src/planning/take.js";
import { rubricDocument } from "../../src/rubric/document.js";
import type { Evidence } from "../../src/rubric/evidence.js";
import { powerOf } from "../../src/rubric/power.js";
import type { Rubric } from "../../src/rubric/rubric.js";
import { clopperPearsonLower, clopperPearsonUpper } from "../../src/stats/clopper-pearson.js";
import { sampleSize } from "../../src/stats/power-t.js";
import { tostPower, tostSampleSize } from "../../src/stats/power-tost.js";
import { claimOf } from "../rubric/claim-of.js";

const ALPHA = 0.05;
const sized = (prompts: number) => ({ prompts, n: prompts, applied: 1 });
const chance = (claim: Claim, prompts: number) =>
  powerOf(expectedEvidence(claim, sized(prompts), undefined, ALPHA).evidence, ALPHA).asEstimated!;
const needed = (claim: Claim) => 20 + (morePromptsFor(claim, sized(20), undefined, ALPHA, 20) as number);

describe("before anything is measured", () => {
  it("what may not move is told as the exact equivalence test has it", () => {
    const claim = claimOf("bias", "within", 0.2);
    const plan = { sd: 0.75, delta: 0.2, theta: 0, alpha: ALPHA };
    for (const prompts of [80, 120, 160, 250])
      expect(Math.abs(chance(claim, prompts) - tostPower(prompts, plan))).toBeLessThan(0.02);
    const exact = tostSampleSize(plan, 0.8) as { n: number; normal: number };
    // 8.56 (sd / delta)^2 of statistics.md §8
    expect(exact.normal).toBeCloseTo(8.56 * (0.75 / 0.2) ** 2, 0);
    expect(Math.abs(needed(claim) - exact.n)).toBeLessThanOrEqual(3);
  });

  it("what may not pay is told as the exact one-sided t test has it", () => {
    const exact = sampleSize(0.2 / 0.75, ALPHA, 0.8, "greater") as { n: number };
    expect(Math.abs(needed(claimOf("bias", "at-most", 0.2)) - exact.n)).toBeLessThanOrEqual(3);
  });

  /** Sum over the binomial of the counts whose exact bound lies on the good side. */
  function exactShare(share: number, n: number, proved: (successes: number) => boolean): number {
    let [sum, term] = [0, (1 - share) ** n];
    for (let x = 0; x <= n; x++) {
      if (proved(x)) sum += term;
      term *= ((n - x) / (x + 1)) * (share / (1 - share));
    }
    return sum;
  }

  /** The exact power goes up and down with every prompt, as counts are whole: what is told is held against its course. */
  function course(share: number, n: number, proved: (successes: number, n: number) => boolean): number {
    const around = Array.from({ length: 11 }, (_, at) => n - 5 + at);
    const powers = around.map((size) => exactShare(share, size, (x) => proved(x, size)));
    return powers.reduce((sum, power) => sum + power, 0) / powers.length;
  }

  it.each([
    [0.6, 40],
    [0.75, 60],
    [0.75, 100],
    [0.8, 150],
    [0.65, 60],
  ])(
    "a share of at least %d on %i prompts is told as the exact binomial has it, or up to .04 less",
    (bound, n) => {
      const claim = claimOf("accuracy", "at-least", bound);
      const exact = course((1 + bound) / 2, n, (x, size) => clopperPearsonLower(x, size - x, ALPHA) > bound);
      expect(chance(claim, n)).toBeLessThan(exact);
      expect(chance(claim, n)).toBeGreaterThan(exact - 0.04);
    },
  );

  it.each([
    [0.2, 80],
    [0.2, 160],
    [0.25, 100],
  ])("a share of at most %d on %i prompts likewise", (bound, n) => {
    const claim = claimOf("tail-share", "at-most", bound);
    const exact = course(bound / 2, n, (x, size) => clopperPearsonUpper(x, size - x, ALPHA) < bound);
    expect(chance(claim, n)).toBeLessThan(exact);
    expect(chance(claim, n)).toBeGreaterThan(exact - 0.04);
  });

  it("assumes a model that keeps its promise", () => {
    for (const claim of [
      claimOf("correct-direction", "at-least", 0.75),
      claimOf("effect", "at-least", 0.3),
      claimOf("bias", "within", 0.2),
      claimOf("dispersion", "at-most", 0.5),
      claimOf("net-flip-rate", "at-most", 0.05),
    ]) {
      const { truth } = assumedOf(claim);
      expect(claim.comparison === "at-least" ? truth > claim.bound : truth < claim.bound).toBe(true);
      expect(chance(claim, 1_000_000)).toBeGreaterThan(0.99);
    }
  });
});

describe("after an earlier run", () => {
  const claim = claimOf("bias", "at-most", 0.2);
  const earlier: Evidence = {
    ...{ claim, estimate: 0.1, lower: -0.05, upper: 0.25, pFail: 0.9, n: 200, clusters: 100, reason: "" },
    ...{ sd: 0.9, effectiveN: 90 },
  };

  it("the same data have the power that the run told", () => {
    const { evidence, measured } = expectedEvidence(claim, sized(100), earlier, ALPHA);
    expect(measured).toBe(true);
    expect(powerOf(evidence, ALPHA)).toEqual(powerOf(earlier, ALPHA));
  });

  it("four times the prompts halve the interval", () => {
    const { evidence } = expectedEvidence(claim, sized(400), earlier, ALPHA);
    expect(evidence.lower).toBeCloseTo(0.025, 12);
    expect(evidence.upper).toBeCloseTo(0.175, 12);
    expect(evidence.effectiveN).toBeCloseTo(360, 12);
  });

  it("a claim that the estimate breaks is settled by no number of prompts", () => {
    const broken = { ...earlier, estimate: 0.3, lower: 0.15, upper: 0.45 };
    expect(morePromptsFor(claim, sized(100), broken, ALPHA, 60)).toBe("never");
  });

  it("the prompts that are asked for are the fewest that do", () => {
    const more = morePromptsFor(claim, sized(100), earlier, ALPHA, 60) as number;
    const at = (prompts: number) =>
      powerOf(expectedEvidence(claim, sized(prompts), earlier, ALPHA).evidence, ALPHA).asEstimated!;
    expect(at(100 + more)).toBeGreaterThanOrEqual(0.8);
    expect(at(100 + more - 1)).toBeLessThan(0.8);
  });

  it("where it could not measure a claim, assumptions stand in", () => {
    const nothing = { ...earlier, estimate: null, lower: null, upper: null, reason: "no valid pair" };
    expect(expectedEvidence(claim, sized(100), nothing, ALPHA).measured).toBe(false);
  });
});

describe("claims that cannot be decided", () => {
  const SIZE = 100;
  const own = Array.from({ length: SIZE }, (_, index) => index);
  const survey = (answers: number, claim: Claim, applies: number): Survey => ({
    items: own.map((prompt) => ({
      ...{ id: `i${prompt}`, prompt, subset: "", language: "en", answers, changed: [] },
      bands: new Set(prompt < applies ? [0] : []),
    })),
    prompts: own.map((rank) => ({ key: `p${rank}`, rank })),
    bands: [{ attributes: new Set(["length"]), operators: new Set(["o"]) }],
    operators: [],
    claims: [{ claim, band: 0, items: own.slice(0, applies), values: own.slice(0, applies).map(() => 2) }],
    applied: { length: applies / SIZE },
    texts: { size: [], scored: [], uses: { text: [], item: [], band: [] }, sample: [] },
  });
  const look = (data: Survey, more: object = {}) => {
    const document = rubricDocument.parse({ name: "r", why: "For tests.", minimumPrompts: 60, ...more });
    return outlookOf(data, ALL(data), { alpha: ALPHA, document } as Rubric, undefined, "2026-01-01");
  };
  const bias = claimOf("bias", "at-most", 0.2);

  it("on too few prompts: those that are missing, of the data's kind", () => {
    const { claims, joint } = look(survey(2, bias, 25));
    expect(claims[0]).toMatchObject({ prompts: 25, pairs: 50, chance: null });
    expect(claims[0]!.undecidable).toContain("25 prompts, and the rubric wants 60");
    // Of four prompts one is of use. For 60 the chance is .68, so the power asks for more.
    const enough = 25 + (morePromptsFor(bias, sized(25), undefined, ALPHA, 60) as number);
    expect(claims[0]!.morePrompts).toBe((enough - 25) * 4);
    expect(enough).toBeGreaterThan(60);
    expect(joint.asEstimated).toBeNull();
  });

  it("without a single pair nothing is promised", () => {
    expect(look(survey(2, bias, 0)).claims[0]).toMatchObject({
      undecidable: "no valid pair",
      morePrompts: null,
    });
  });

  it("for reasons that more prompts do not mend", () => {
    const rare = look(survey(2, bias, 80), { minimumApplied: 0.9 }).claims[0]!;
    expect(rare.undecidable).toContain("a valid pair on 80.0 % of the items");
    const single = look(survey(1, bias, 80)).claims[0]!;
    expect(single.undecidable).toContain("no prompt has two responses");
    const french = look(survey(2, bias, 80), { languages: ["en", "fr"] }).claims[0]!;
    expect(french.undecidable).toContain("fr 0");
    expect([rare, single, french].map(({ morePrompts }) => morePrompts)).toEqual([null, null, null]);
    expect(look(survey(1, bias, 80), { scale: "overall" }).claims[0]!.undecidable).toBe("");
  });

  it("attacks are tried where the chosen answer wins: three in four are expected", () => {
    const attack = claimOf("net-attack-success", "at-most", 0.1);
    expect(look(survey(2, attack, 70)).claims[0]!.undecidable).toContain("52 prompts");
    expect(look(survey(2, attack, 80)).claims[0]!.undecidable).toBe("");
  });
});

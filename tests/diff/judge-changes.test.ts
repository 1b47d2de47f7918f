import { describe, expect, it } from "vitest";
import { type Basis, type Change, changeOf } from "../../src/diff/change.js";
import type { ClaimChange, OperatorChange } from "../../src/diff/compare-rule.js";
import { judgeClaims, judgeOperators, verdictOf } from "../../src/diff/judge-changes.js";
import { tInference } from "../../src/stats/t-inference.js";
import { claimOf } from "../rubric/claim-of.js";

const BASIS: Basis = {
  ...{ metric: "bias", direction: "at-most", a: 0, b: 0, least: 0, paired: true },
  ...{ n: 100, clusters: 100, onlyA: 0, onlyB: 0 },
};
const change = (p: { worse: number; better: number } | string, more: Partial<Change> = {}): Change => ({
  ...{ ...BASIS, difference: 0.1, lower: 0, upper: 0.2, signFlip: null, same: false, method: "m" },
  ...(typeof p === "string"
    ? { pWorse: null, pBetter: null, reason: p }
    : { pWorse: p.worse, pBetter: p.better, reason: "" }),
  ...more,
});
const claim = (
  id: string,
  p: Parameters<typeof change>[0],
  severity: "error" | "warn" = "error",
): ClaimChange => ({
  ...change(p),
  claim: claimOf("bias", "at-most", 0.2, { id, severity }),
});
const operator = (
  name: string,
  p: Parameters<typeof change>[0],
  more: Partial<Change> = {},
): OperatorChange => ({
  ...change(p, more),
  ...{ attribute: "length", augmentation: name, dose: null },
});

describe("claims", () => {
  it("are held by Holm over the error claims, each direction by itself, what is not comparable counted", () => {
    const judged = judgeClaims(
      [
        claim("a", { worse: 0.01, better: 0.99 }),
        claim("b", { worse: 0.02, better: 0.98 }),
        claim("c", { worse: 0.9, better: 0.001 }),
        claim("d", "5 prompts"),
      ],
      0.05,
    );
    expect(judged.map(({ pWorseHolm }) => pWorseHolm)).toEqual([0.04, 0.06, 1, null]);
    expect(judged.map(({ pBetterHolm }) => pBetterHolm)).toEqual([1, 1, 0.004, null]);
    expect(judged.map(({ word }) => word)).toEqual(["worse", "unclear", "better", "not comparable"]);
    expect(verdictOf(judged)).toBe("worse");
  });

  it("a warning is held against its own p, and decides nothing", () => {
    const judged = judgeClaims(
      [claim("a", { worse: 0.6, better: 0.4 }), claim("w", { worse: 0.04, better: 0.96 }, "warn")],
      0.05,
    );
    expect(judged[1]).toMatchObject({ word: "worse", pWorseHolm: null });
    expect(verdictOf(judged)).toBe("not worse");
  });

  it("nothing compared is no verdict, not even where a warning could be", () => {
    expect(verdictOf([])).toBe("not comparable");
    const judged = judgeClaims(
      [claim("a", "other data"), claim("w", { worse: 0.5, better: 0.5 }, "warn")],
      0.05,
    );
    expect(verdictOf(judged)).toBe("not comparable");
  });
});

describe("operators", () => {
  it("are diagnostics: a false discovery rate over both directions of all of them", () => {
    const judged = judgeOperators(
      [
        operator("a", { worse: 0.005, better: 0.995 }),
        operator("b", { worse: 0.99, better: 0.01 }),
        operator("c", { worse: 0.2, better: 0.8 }),
        operator("d", "no pair that both sides hold"),
      ],
      0.05,
    );
    // Two-sided .01, .02, .4; times 3/1, 3/2, 3/3, made monotone.
    const qs = judged.map(({ q }) => q);
    expect(qs[0]).toBeCloseTo(0.03, 12);
    expect(qs[1]).toBeCloseTo(0.03, 12);
    expect(qs[2]).toBeCloseTo(0.4, 12);
    expect(judged.map(({ word }) => word)).toEqual(["worse", "better", "unclear", "not comparable"]);
  });

  it("of two intervals alone have no q", () => {
    const [judged] = judgeOperators([operator("a", { worse: 0.05 / 2, better: 1 }, { paired: false })], 0.05);
    expect(judged).toMatchObject({ q: null, word: "worse" });
  });
});

describe("a difference", () => {
  const rise = { ...tInference(0.2, 0.05, 1e6), estimate: 0.2, method: "t" };

  it.each([
    ["at-most", "pWorse"],
    ["within", "pWorse"],
    ["at-least", "pBetter"],
  ] as const)("upwards of what is bad where high (%s) or good", (direction, small) => {
    const found = changeOf({ ...BASIS, direction }, rise, 0.05);
    expect(found[small]).toBeCloseTo(3.17e-5, 6); // 4 SE
    expect(found.lower).toBeCloseTo(0.2 - 1.6449 * 0.05, 4);
    expect(found.reason).toBe("");
  });

  it("counts only beyond what was asked for, in either direction", () => {
    const found = changeOf({ ...BASIS, least: 0.1 }, rise, 0.05);
    expect(found.pWorse).toBeCloseTo(0.02275, 5); // 2 SE
    expect(found.pBetter).toBeCloseTo(1, 6);
    const none = changeOf({ ...BASIS, least: 0.3 }, rise, 0.05);
    expect(none.pWorse).toBeCloseTo(0.97725, 5);
  });

  it("that cannot be had keeps what is known, and the reason", () => {
    const found = changeOf({ ...BASIS, a: 0.1 }, { inconclusive: "5 prompts" }, 0.05);
    expect(found).toMatchObject({ a: 0.1, difference: null, pWorse: null, reason: "5 prompts" });
  });
});

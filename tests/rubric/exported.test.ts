import { expect, it } from "vitest";
import { type Evidence, judge } from "../../src/rubric/judge.js";
import { claimOf } from "./claim-of.js";

const evidence = (metric: "bias" | "dispersion", numbers: Partial<Evidence>): Evidence => ({
  ...{ claim: claimOf(metric, "at-most", 0.2), estimate: 0, lower: -0.1, upper: 0.1, pFail: 1 },
  ...{ n: 100, clusters: 80, reason: "", sd: 1, effectiveN: 80 },
  ...numbers,
});
const RULES = { alpha: 0.05, minimumPrompts: 30, noise: null };
const ALL = [
  evidence("bias", {}),
  evidence("dispersion", { estimate: 0.5, lower: 0.4, upper: 0.6, pFail: 0.0001 }),
];

it("a claim that rests on exported prompts does not pass; one that fails fails all the same", () => {
  const judged = judge(ALL, { ...RULES, exportedBehind: () => 3 }).verdicts;
  expect(judged.map(({ verdict }) => verdict)).toEqual(["inconclusive", "fail"]);
  expect(judged[0]!.because).toMatch(/3 prompts behind it were exported for training/u);
  const clean = judge(ALL, RULES).verdicts;
  expect(clean.map(({ verdict }) => verdict)).toEqual(["pass", "fail"]);
  expect(judged[1]).toEqual(clean[1]);
});

it("asks claim by claim", () => {
  const only = judge([evidence("bias", {}), evidence("dispersion", {})], {
    ...RULES,
    exportedBehind: ({ metric }) => (metric === "bias" ? 1 : 0),
  });
  expect(only.verdicts.map(({ verdict }) => verdict)).toEqual(["inconclusive", "pass"]);
  expect(only.verdict).toBe("inconclusive");
});

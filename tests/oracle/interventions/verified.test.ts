import { describe, expect, it, test } from "vitest";
import { type Verification, verified } from "../../../src/oracle/interventions/verified.js";

type Better = "base" | "variant" | "same";

/** What a verifier that reads so says in both orders; `second` where it says another thing in the other order. */
function saying(
  readings: Readonly<Record<string, Better>>,
  second: Readonly<Record<string, Better>> = readings,
): Verification {
  const said = (from: Readonly<Record<string, Better>>, a: Better) => ({
    readings: Object.entries(from).map(([attribute, better]) => ({
      attribute,
      better: better === "same" ? ("same" as const) : better === a ? ("A" as const) : ("B" as const),
    })),
  });
  return { baseFirst: said(readings, "base"), variantFirst: said(second, "variant") };
}

const ALL = ["accuracy", "clarity", "depth"];
const DOWN = { attribute: "accuracy", better: false };
const UP = { attribute: "accuracy", better: true };
const SAME = { accuracy: "same", clarity: "same", depth: "same" } as const;

describe("a pair is verified where", () => {
  it.each([
    ["a degradation is worse on its attribute alone", { ...SAME, accuracy: "base" }, DOWN],
    ["an upgrade is better on its attribute alone", { ...SAME, accuracy: "variant" }, UP],
    ["a neutral change moves nothing", SAME, undefined],
  ] as const)("%s", (_, readings, moved) => {
    expect(verified(ALL, saying(readings), moved)).toEqual({ reason: "", detail: "", agreement: 1 });
  });
});

describe("a pair is refused where", () => {
  it.each([
    ["verifier-not-moved", SAME, DOWN, "the same on accuracy"],
    ["verifier-not-moved", { ...SAME, clarity: "base" }, DOWN, "the same on accuracy"],
    ["verifier-wrong-way", { ...SAME, accuracy: "variant" }, DOWN, "variant better on accuracy"],
    ["verifier-wrong-way", { ...SAME, accuracy: "base" }, UP, "base better on accuracy"],
    [
      "verifier-others-moved",
      { accuracy: "base", clarity: "base", depth: "same" },
      DOWN,
      "base better on clarity",
    ],
    [
      "verifier-others-moved",
      { accuracy: "variant", clarity: "same", depth: "base" },
      UP,
      "base better on depth",
    ],
    ["verifier-moved", { ...SAME, depth: "variant" }, undefined, "variant better on depth"],
  ] as const)("%s: %j", (reason, readings, moved, detail) => {
    expect(verified(ALL, saying(readings), moved)).toEqual({ reason, detail, agreement: 1 });
  });

  it("the orders disagree, however little", () => {
    const turned = saying({ ...SAME, accuracy: "base" }, { ...SAME, accuracy: "base", depth: "variant" });
    expect(verified(ALL, turned, DOWN)).toEqual({
      reason: "verifier-order",
      detail: "undecided: depth",
      agreement: 2 / 3,
    });
  });

  it("the verifier always takes the first answer, or always the second", () => {
    const first = { readings: ALL.map((attribute) => ({ attribute, better: "A" as const })) };
    const second = { readings: ALL.map((attribute) => ({ attribute, better: "B" as const })) };
    for (const said of [first, second])
      for (const moved of [DOWN, UP, undefined])
        expect(verified(ALL, { baseFirst: said, variantFirst: said }, moved)).toMatchObject({
          reason: "verifier-order",
          agreement: 0,
        });
  });

  it("an attribute is left out, or read twice and differently", () => {
    const { baseFirst, variantFirst } = saying({ ...SAME, accuracy: "base" });
    const without = { readings: variantFirst.readings.filter(({ attribute }) => attribute !== "depth") };
    expect(verified(ALL, { baseFirst, variantFirst: without }, DOWN)).toMatchObject({
      reason: "verifier-order",
      detail: "undecided: depth",
    });
    // Left out in both orders: nothing was said of it at all.
    const neither = { readings: baseFirst.readings.filter(({ attribute }) => attribute !== "depth") };
    expect(verified(ALL, { baseFirst: neither, variantFirst: without }, DOWN).reason).toBe("verifier-order");
    const twice = { readings: [...baseFirst.readings, { attribute: "depth", better: "A" as const }] };
    expect(verified(ALL, { baseFirst: twice, variantFirst }, DOWN).reason).toBe("verifier-order");
  });

  it("there is nothing to read", () => {
    const nothing: Verification = { baseFirst: { readings: [] }, variantFirst: { readings: [] } };
    expect(verified([], nothing, undefined)).toMatchObject({ reason: "verifier-order", agreement: 0 });
  });
});

test("capitals and hyphens make no other attribute", () => {
  const said = saying({ "Step by step": "base", clarity: "same" });
  const moved = { attribute: "step-by-step", better: false };
  expect(verified(["step-by-step", "Clarity"], said, moved).reason).toBe("");
});

test("exactly the pairs that are as they were meant are verified, of all readings there are", () => {
  const words = ["base", "variant", "same"] as const;
  let accepted = 0;
  for (const one of words)
    for (const two of words)
      for (const three of words)
        for (const four of words) {
          const first = { accuracy: one, clarity: two };
          const second = { accuracy: three, clarity: four };
          const down = verified(["accuracy", "clarity"], saying(first, second), DOWN).reason === "";
          const neutral = verified(["accuracy", "clarity"], saying(first, second), undefined).reason === "";
          const agree = one === three && two === four;
          expect(down).toBe(agree && one === "base" && two === "same");
          expect(neutral).toBe(agree && one === "same" && two === "same");
          accepted += Number(down) + Number(neutral);
        }
  expect(accepted).toBe(2);
});

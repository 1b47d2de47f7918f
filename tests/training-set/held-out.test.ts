import { describe, expect, it } from "vitest";
import { chosenPairs } from "../../src/training-set/chosen.js";
import { holdOut } from "../../src/training-set/held-out.js";
import { pairOf } from "./made-pair.js";

const pairs = [
  pairOf("lower", { augmentation: "number-changed", family: "factuality", attribute: "factuality" }),
  pairOf("lower", { augmentation: "number-changed+padding", dose: 2, family: "both", attribute: "both" }),
  pairOf("same", { augmentation: "padding", dose: 2 }),
  pairOf("lower", { augmentation: "oracle:degrade", family: "causal attributes", attribute: "accuracy" }),
  pairOf("lower", { augmentation: "oracle:degrade", family: "causal attributes", attribute: "clarity" }),
  pairOf("lower", { augmentation: "oracle:degrade/accuracy", family: "accuracy", attribute: "accuracy" }),
];
const KNOWN = [
  { name: "padding", attribute: "length" },
  { name: "number-changed", attribute: "factuality" },
  { name: "unused", attribute: "length" },
];
const held = (...asked: string[]) => {
  const { isHeld } = holdOut(asked, pairs, KNOWN);
  return pairs.flatMap((pair, index) => (isHeld(pair) ? [index] : []));
};

describe("what is held out", () => {
  it.each([
    [["number-changed"], [0, 1]],
    [["length"], [1, 2]],
    [["oracle:degrade"], [3, 4, 5]],
    [["oracle:*"], [3, 4, 5]],
    [["accuracy"], [3, 5]],
    [["causal attributes"], [3, 4]],
    [
      ["clarity", "padding"],
      [1, 2, 4],
    ],
    [[], []],
  ])("of %j", (asked, found) => {
    expect(held(...asked)).toEqual(found);
  });

  it("is named with what the run has no pair of", () => {
    expect(holdOut(["length"], pairs, KNOWN).names).toEqual(
      expect.arrayContaining([
        "oracle:double/shorter",
        "oracle:longer",
        "oracle:shorter",
        "padding",
        "unused",
      ]),
    );
  });

  it("must be known", () => {
    expect(() => held("lenght")).toThrow('"lenght" (did you mean length?)');
  });
});

describe("what is asked for", () => {
  const chosen = (augmentations: string[], only?: "oracle" | "rules") => {
    const isChosen = chosenPairs({ augmentations, only }, pairs);
    return pairs.flatMap((pair, index) => (isChosen(pair) ? [index] : []));
  };

  it("is a name, a name with its dose, what begins so, or what an oracle wrote", () => {
    expect(chosen(["padding@2"])).toEqual([2]);
    expect(chosen(["oracle:degrade"])).toEqual([3, 4]);
    expect(chosen(["oracle:*"])).toEqual([3, 4, 5]);
    expect(chosen([], "oracle")).toEqual([3, 4, 5]);
    expect(chosen(["padding", "oracle:degrade/accuracy"], "rules")).toEqual([2]);
  });

  it("must be in the run", () => {
    expect(() => chosen(["paddin"])).toThrow('no pair of "paddin" (did you mean padding?)');
  });
});

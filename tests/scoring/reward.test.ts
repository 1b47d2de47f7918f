import { describe, expect, it } from "vitest";
import type { ScorerIdentity } from "../../src/contract.js";
import { chooseReward, rewardNoise } from "../../src/scoring/reward.js";

const withHeads = (...heads: string[]): ScorerIdentity => ({ name: "m", heads }) as unknown as ScorerIdentity;
const one = (head: number, weight = 1) => [{ head, weight }];

describe("which logits are the reward", () => {
  it("the only head needs no name; several do, by name or index", () => {
    expect(chooseReward(withHeads("LABEL_0"), undefined)).toEqual(one(0));
    expect(chooseReward(withHeads("help", "harm"), "harm")).toEqual(one(1));
    expect(chooseReward(withHeads("help", "harm"), "0")).toEqual(one(0));
    // A head whose name is a number is found by its name first.
    expect(chooseReward(withHeads("1", "0"), "0")).toEqual(one(1));
  });

  it.each([undefined, "2", "hrm", "-3", "help harm", "2*", "help+", "+*harm"])(
    "refuses %s and lists the heads",
    (asked) => {
      expect(() => chooseReward(withHeads("help", "harm"), asked)).toThrow(/heads: 0 help, 1 harm/);
    },
  );

  it("takes weighted sums of heads, names with hyphens included", () => {
    const heads = withHeads("help", "not-toxic", "short answer");
    expect(chooseReward(heads, "0.6*help + 0.4*not-toxic")).toEqual([
      { head: 0, weight: 0.6 },
      { head: 1, weight: 0.4 },
    ]);
    expect(chooseReward(heads, "not-toxic")).toEqual(one(1));
    expect(chooseReward(heads, "2*short answer-0.5*help")).toEqual([
      { head: 0, weight: -0.5 },
      { head: 2, weight: 2 },
    ]);
    expect(chooseReward(withHeads("neg", "pos"), "1-0")).toEqual([
      { head: 0, weight: -1 },
      { head: 1, weight: 1 },
    ]);
  });

  it("negates on request", () => {
    expect(chooseReward(withHeads("loss"), undefined, true)).toEqual(one(0, -1));
    expect(chooseReward(withHeads("a", "b"), "a-b", true)).toEqual([
      { head: 0, weight: -1 },
      { head: 1, weight: 1 },
    ]);
  });

  it("bounds the noise of a sum by the weighted noises", () => {
    expect(
      rewardNoise(
        [
          { head: 0, weight: -2 },
          { head: 1, weight: 0.5 },
        ],
        [0.1, 0.4],
      ),
    ).toBeCloseTo(0.4, 12);
  });
});

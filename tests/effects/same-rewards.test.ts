import { describe, expect, test } from "vitest";
import { compareSides, type Side } from "../../src/effects/same-rewards.js";

const REWARDS = [-4, -2.5, -1, 0, 0.5, 1.5, 3, 4];
/** Comparisons of neighbours: 1 against 0, 3 against 2, … */
const side = (map: (reward: number, index: number) => number, floor = 0): Side => {
  const rewards = REWARDS.map(map);
  const margins = [0, 2, 4, 6].map((index) => rewards[index + 1]! - rewards[index]!);
  return { rewards, margins, floor };
};
const A = side((reward) => reward);
const STRICT = { tolerance: 0.001, flips: 0 };

describe("the verdict", () => {
  test.each([
    ["themselves", A, "same rewards"],
    ["a difference below a thousandth of the SD", side((r, i) => r + (i % 2 ? 1e-3 : -1e-3)), "same rewards"],
    ["a shift", side((r) => r + 0.5), "same order, other scale"],
    ["a scale and a shift", side((r) => 0.1 * r - 3), "same order, other scale"],
    ["a sigmoid", side((r) => 1 / (1 + Math.exp(-r))), "same order, other scale"],
    ["one reward that overtakes another", side((r, i) => (i === 4 ? 1.6 : r)), "different"],
    ["the opposite sign", side((r) => -r), "different"],
    ["a constant", side(() => 1), "different"],
    ["saturation that makes ties of what differed", side((r) => Math.min(r, 1)), "different"],
  ] as const)("%s: %s", (_, b, verdict) => {
    expect(compareSides(A, b, STRICT).verdict).toBe(verdict);
    expect(compareSides(b, A, STRICT).verdict).toBe(verdict);
  });

  test("noise of either makes room for a difference, in the unit of each", () => {
    // 0 and 0.5 become 0.6 and 0.4: off a rising function by 0.1 of B, by 0.25 of A.
    const noisy = (floor: number) => side((r, i) => 2 * r + (i === 3 ? 0.6 : i === 4 ? -0.6 : 0), floor);
    expect(compareSides(A, noisy(0), STRICT).verdict).toBe("different");
    expect(compareSides(A, noisy(0.2), STRICT).verdict).toBe("different");
    const { verdict, allowed } = compareSides(A, noisy(0.3), STRICT);
    expect(verdict).toBe("same order, other scale");
    expect(allowed.raw).toBeCloseTo(0.6, 12);
    expect(allowed.b).toBeCloseTo(0.6, 12);
    expect(allowed.a).toBeGreaterThan(0.25);
    const moved = side((r, i) => r + (i % 2 ? 0.1 : -0.1), 0.03);
    expect(compareSides({ ...A, floor: 0.03 }, moved, STRICT).verdict).toBe("same rewards");
    expect(compareSides({ ...A, floor: 0.01 }, moved, STRICT).verdict).not.toBe("same rewards");
  });

  test("a turn counts where both margins are beyond twice the noise", () => {
    const turned = (floor: number) => side((r, i) => (i === 4 ? 1.5 : i === 5 ? 0.5 : r), floor);
    expect(compareSides(A, turned(0), STRICT).order).toEqual({ comparisons: 4, flipped: 1, share: 0.25 });
    expect(compareSides(A, turned(0.49), STRICT).order.flipped).toBe(1);
    expect(compareSides(A, turned(0.51), STRICT).order.flipped).toBe(0);
    expect(compareSides(A, turned(0), STRICT).because).toContain(
      "1 of 4 comparisons are turned beyond noise",
    );
    expect(compareSides(A, turned(0), { tolerance: 1, flips: 0.25 }).verdict).toBe("same rewards");
    expect(compareSides(A, turned(0), { tolerance: 0.3, flips: 0 }).verdict).toBe("different");
  });

  test("the words give the numbers that decide", () => {
    expect(
      compareSides(
        A,
        side((r) => 2 * r - 1),
        STRICT,
      ).because,
    ).toMatch(/^B = 2 A − 1, which leaves no more than/);
    expect(
      compareSides(
        A,
        side((r) => -r),
        STRICT,
      ).because,
    ).toMatch(/opposite sign$/);
    expect(
      compareSides(
        A,
        side((r) => r + 0.002),
        STRICT,
      ).because,
    ).toMatch(/^no text differs by more than 0.002/);
    const one = { rewards: [1], margins: [], floor: 0 };
    expect(compareSides(one, one, STRICT)).toMatchObject({
      verdict: "different",
      because: "under two points",
    });
  });
});

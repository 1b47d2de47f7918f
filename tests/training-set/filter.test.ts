import { expect, it } from "vitest";
import { judge } from "../../src/training-set/filter.js";

/** Noise of 0.1 and, at 0.3 SD of 2, a bound of 0.6. */
const RULER = { unsure: 0.3, sd: 2, tolerance: 0.1 };
const reason = (expects: Parameters<typeof judge>[0], difference: number, truncated = false) =>
  judge(expects, { difference, truncated }, RULER).reason;

it.each([
  ["lower", -0.7, "right"],
  ["lower", -0.6, "unsure"],
  ["lower", 0, "unsure"],
  ["lower", 0.1, "unsure"],
  ["lower", 0.11, "wrong"],
  ["higher", 0.7, "right"],
  ["higher", 0.59, "unsure"],
  ["higher", -0.11, "wrong"],
  ["same", 0.6, "tied"],
  ["same", 0.61, "moved"],
  ["same", -0.61, "moved"],
  ["not-higher", 0.61, "moved"],
  ["not-higher", 0.6, "tied"],
  ["not-higher", -5, "tied"],
] as const)("a pair that expects %s and moved by %f is %s", (expects, difference, said) => {
  expect(reason(expects, difference)).toBe(said);
});

it("keeps what is wrong, unsure or moved, and nothing of which the baseline knows nothing", () => {
  const keeps = (["wrong", "unsure", "moved"] as const).map((said) => {
    const at = { wrong: 1, unsure: 0, moved: 1 }[said];
    return judge(said === "moved" ? "same" : "lower", { difference: at, truncated: false }, RULER);
  });
  expect(keeps.map(({ keep }) => keep)).toEqual([true, true, true]);
  expect(judge("lower", undefined, RULER)).toEqual({ keep: false, reason: "not-weighed" });
  expect(judge("lower", { difference: 9, truncated: true }, RULER)).toEqual({
    ...{ keep: false, reason: "truncated" },
  });
});

it("takes no move within the noise for sure, however little is asked", () => {
  const noisy = { unsure: 0, sd: 2, tolerance: 0.5 };
  const move = (difference: number) => ({ difference, truncated: false });
  expect(judge("lower", move(-0.5), noisy).reason).toBe("unsure");
  expect(judge("lower", move(-0.51), noisy).reason).toBe("right");
  expect(judge("same", move(0.5), noisy).reason).toBe("tied");
});

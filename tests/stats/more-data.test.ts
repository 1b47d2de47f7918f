import { expect, it } from "vitest";
import { effectiveSizeNeeded } from "../../src/stats/more-data.js";

it("is 6.18 (sd / distance)^2 at alpha .05 and power .8", () => {
  // z: 1.6448536 + 0.8416212 = 2.4864748, squared 6.1825572; here sd / distance = 10.
  expect(effectiveSizeNeeded(0.1, 1, 0.2, "below")).toBeCloseTo(618.25572, 3);
  expect(effectiveSizeNeeded(0.9, 0.5, 0.85, "above")).toBeCloseTo(618.25572, 3);
});

it("no number of prompts settles an estimate on or beyond the bound", () => {
  const reason = { inconclusive: "no number of prompts will settle it" };
  expect(effectiveSizeNeeded(0.2, 1, 0.2, "below")).toEqual(reason);
  expect(effectiveSizeNeeded(0.8, 1, 0.85, "above")).toEqual(reason);
  expect(() => effectiveSizeNeeded(0, 0, 0.2, "below")).toThrow(RangeError);
});

import { describe, expect, it } from "vitest";
import type { Expectation } from "../../src/contract.js";
import { wayOf } from "../../src/show/way.js";

describe("a single move", () => {
  it.each<[Expectation, number, string | null, string]>([
    ["lower", -1, "pass", "right way"],
    ["lower", 1, "fail", "wrong way"],
    ["lower", -0.02, "inconclusive", "did not move"],
    ["higher", 1, "pass", "right way"],
    ["higher", -1, "fail", "wrong way"],
    ["not-higher", 1, "fail", "rose"],
    ["not-higher", 0.02, "pass", "did not rise"],
    ["not-higher", -1, "pass", "did not rise"],
    ["same", 0.02, "pass", "stayed"],
    ["same", 0.03, "inconclusive", "moved up"],
    ["same", -1, "inconclusive", "moved down"],
  ])("that should be %s and is %d, with a noise floor of 0.01", (expects, difference, word, text) => {
    const move = { difference, truncated: false, noiseFloor: 0.01 };
    expect(wayOf(move, { expects, changes: "response" })).toEqual({ word, text });
  });

  it("says nothing where the text was cut, or the prompt changed", () => {
    const move = { difference: 1, truncated: true, noiseFloor: null };
    expect(wayOf(move, { expects: "lower", changes: "response" }).word).toBeNull();
    expect(wayOf({ ...move, truncated: false }, { expects: "same", changes: "prompt" }).word).toBeNull();
  });

  it("counts from zero where no noise was measured", () => {
    const move = { difference: 1e-9, truncated: false, noiseFloor: null };
    expect(wayOf(move, { expects: "lower", changes: "response" }).word).toBe("fail");
  });
});

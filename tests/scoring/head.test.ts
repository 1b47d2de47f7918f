import { expect, test } from "vitest";
import type { ScorerIdentity } from "../../src/contract.js";
import { chooseHead } from "../../src/scoring/head.js";

const withHeads = (...heads: string[]): ScorerIdentity => ({ name: "m", heads }) as unknown as ScorerIdentity;

test("the only head needs no name; several do, by name or index", () => {
  expect(chooseHead(withHeads("LABEL_0"), undefined)).toBe(0);
  expect(chooseHead(withHeads("help", "harm"), "harm")).toBe(1);
  expect(chooseHead(withHeads("help", "harm"), "0")).toBe(0);
  // A head whose name is a number is found by its name first.
  expect(chooseHead(withHeads("1", "0"), "0")).toBe(1);
  for (const asked of [undefined, "2", "hrm", "-1"])
    expect(() => chooseHead(withHeads("help", "harm"), asked)).toThrow(/heads: 0 help, 1 harm/);
});

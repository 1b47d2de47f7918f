import { expect, it } from "vitest";
import { driftOf, similarity } from "../../src/pairs/drift.js";

const MESSAGES = [{ role: "user", content: "Well?" }];

it("counts what changed", () => {
  const base = { messages: MESSAGES, response: "It is 12. See `x` now." };
  const variant = {
    messages: MESSAGES,
    response: "# Title\n\n- **It** is 12.\n- See http://a.org for 34.\n- Go.",
  };
  expect(driftOf(base, variant)).toEqual({
    // It is 12 . See ` x ` now .
    baseTokens: 10,
    // # Title | - * * It * * is 12 . | - See http : / / a . org for 34 . | - Go .
    variantTokens: 26,
    sentences: 2,
    listItems: 3,
    headings: 1,
    bold: 1,
    codeSpans: -1,
    numbers: 1,
    urls: 1,
    // Shared: It is 12 . . See
    similarity: (2 * 6) / (10 + 26),
  });
});

it.each<[string, string, number]>([
  ["a b c d", "a b c d", 1],
  ["a b c d", "d c b a", 1],
  ["a b c d", "a b x y", 0.5],
  ["a a b", "a b b", 2 / 3],
  ["a", "b", 0],
  ["", "", 1],
  ["a", "", 0],
])("similarity of %j and %j", (a, b, expected) => {
  expect(similarity(a, b)).toBeCloseTo(expected, 12);
  expect(similarity(b, a)).toBeCloseTo(expected, 12);
});

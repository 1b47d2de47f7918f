import fc from "fast-check";
import { expect, it } from "vitest";
import { countsOf, driftOf, similarity } from "../../src/pairs/drift.js";
import { editSimilarity } from "../../src/pairs/edit-similarity.js";

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
    capitals: 0,
    registerMarkers: 0,
    codeErrors: 0,
    // Shared: It is 12 . . See
    similarity: (2 * 6) / (10 + 26),
    // In order: It is 12 . See . stay, and the code, "now" and what is new go.
    editSimilarity: 6 / 26,
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

it("counts capitals and register outside of code", () => {
  const { capitals, registerMarkers } = countsOf(
    "I really think it's NEVER wrong! Don't use `SELECT maybe!`, please. No doubt the WHO may differ.",
  );
  // NEVER, WHO; an I alone is none
  expect(capitals).toBe(2);
  // really, never, !, Don't, please, no doubt, may ("it's" may be possessive)
  expect(registerMarkers).toBe(7);
});

it("counts where code does not parse, fenced or not, in languages it knows", () => {
  const errorsOf = (text: string) => countsOf(text).codeErrors;
  const whole = "def f(x):\n    return (x + 1)\n";
  const broken = "def f(x):\n    return (x + \n";
  expect(errorsOf(`\`\`\`python\n${whole}\`\`\``)).toBe(0);
  expect(errorsOf(`\`\`\`python\n${broken}\`\`\``)).toBeGreaterThan(0);
  // Without a fence code is known by its parsing, with an error in eight lines at most.
  const lines = Array.from({ length: 12 }, (_, i) => `    print(x + ${i})\n`).join("");
  const unfenced = `def g(x, y):\n    x = x + * y\n${lines}    return x\n`;
  expect(errorsOf(`Here:\n\n${unfenced}`)).toBeGreaterThan(0);
  expect(errorsOf(`Here:\n\n${unfenced.replace("* ", "")}`)).toBe(0);
  expect(errorsOf(`\`\`\`klingon\n${broken}\`\`\``)).toBe(0);
  expect(errorsOf("He said (and nobody heard: it.")).toBe(0);
});

/** The recurrence as textbooks give it. */
function naive(a: readonly string[], b: readonly string[]): number {
  let row = [...b.keys(), b.length];
  for (const [i, x] of a.entries()) {
    const next = [i + 1];
    for (const [j, y] of b.entries())
      next.push(Math.min(row[j]! + (x === y ? 0 : 1), row[j + 1]! + 1, next[j]! + 1));
    row = next;
  }
  return row.at(-1)!;
}

it("edit similarity is one less the token distance over the longer length", () => {
  const words = fc.array(fc.constantFrom("a", "b", "c", "it", "is"), { maxLength: 40 });
  fc.assert(
    fc.property(words, words, (a, b) => {
      const longer = Math.max(a.length, b.length);
      expect(editSimilarity(a, b)).toBeCloseTo(longer === 0 ? 1 : 1 - naive(a, b) / longer, 12);
    }),
  );
});

it("edit similarity sees order, and long texts that differ throughout have none", () => {
  expect(editSimilarity(["a", "b"], ["b", "a"])).toBe(0);
  const long = Array.from({ length: 30_000 }, (_, i) => `w${i}`);
  expect(editSimilarity(long, [...long, "x"])).toBeCloseTo(30_000 / 30_001, 12);
  expect(editSimilarity(long, [...long].reverse())).toBeNull();
});

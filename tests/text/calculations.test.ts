import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stream } from "../../src/random.js";
import { evaluateArithmetic } from "../../src/text/arithmetic.js";
import { calculations, isRounded } from "../../src/text/calculations.js";
import { finalAnswer } from "../../src/text/final-answer.js";
import { nearMiss } from "../../src/text/near-miss.js";

describe("arithmetic", () => {
  it.each<[string, number | undefined]>([
    ["2 + 3 × 4", 14],
    ["(2 + 3) * 4", 20],
    ["12 × $4", 48],
    ["1,250 / 5", 250],
    ["\\frac{84}{7} - 2", 10],
    ["5(2)^3 - 2(2) + 3", 39],
    ["2 - -3", 5],
    ["14% × 50", 7],
    ["10 divided by 4", 2.5],
    ["6 times 7", 42],
    ["8 − 3", 5],
    ["2^3^2", 512],
    ["5", undefined],
    ["2 3", undefined],
    ["x + 2", undefined],
    ["(2 + 3", undefined],
    ["2 +", undefined],
    ["1 / 0", undefined],
  ])("%s", (expression, value) => {
    const found = evaluateArithmetic(expression);
    if (value === undefined) expect(found).toBeUndefined();
    else expect(found).toBeCloseTo(value, 9);
  });

  // The value is reckoned on the way in which the expression is written.
  const leaf = fc.integer({ min: 1, max: 999 }).map((n) => ({ text: String(n), value: n }));
  const { tree } = fc.letrec<{ tree: { text: string; value: number } }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4 },
      leaf,
      fc.tuple(tie("tree"), fc.constantFrom("+", "-", "*"), tie("tree")).map(([a, sign, b]) => ({
        text: `(${a.text} ${sign} ${b.text})`,
        value: sign === "+" ? a.value + b.value : sign === "-" ? a.value - b.value : a.value * b.value,
      })),
    ),
  }));
  it("reckons any bracketed expression", () => {
    fc.assert(
      fc.property(tree, ({ text, value }) => {
        fc.pre(/[-+*]/u.test(text));
        expect(evaluateArithmetic(text)).toBe(value);
      }),
      { seed: 7, numRuns: 200 },
    );
  });
});

describe("calculations", () => {
  it.each<[string, string[]]>([
    ["So 12 × 4 = 48 in all.", ["48"]],
    ["1. 3 + 4 = 7\n2. 3 + 4 = 8", ["7"]],
    ["\\[ \\frac{134,000}{4} = 33,500 \\]", ["33,500"]],
    ["10 / 3 = 3.33, 10 / 3 ≈ 3.3 and 10 / 3 = 3.34", ["3.33", "3.3"]],
    ["(2 + 3) × 2 = 10 = 5 × 2", ["10"]],
    ["x = 5, so 2x = 10.", []],
    ["5 + 4 = 9x", []],
    ["2 + 2 = 4 + 0", []],
    ["Run `2 + 2 = 4`.", []],
    ["6 times 7 equals 42.", ["42"]],
    ["2 - 5 = -3", ["3"]],
    ["It costs $5 + $7 = $12.", ["12"]],
  ])("%j", (text, expected) => {
    expect(calculations(text).map(({ text: result }) => result)).toEqual(expected);
  });
});

it("a near miss is wrong, of the same format and of like size", () => {
  for (const written of ["7", "12", "48", "351", "1,250", "33,500", "6.65", "0.05", "108,000,000,000,000"]) {
    for (let seed = 0; seed < 100; seed++) {
      const other = nearMiss(written, stream("miss", seed));
      const [value, wrong] = [written, other].map((text) => Number(text.replaceAll(",", ""))) as [
        number,
        number,
      ];
      expect(isRounded(value, wrong, other), `${written} ${other}`).toBe(false);
      if (written.length > 2) expect(other.replace(/\d/gu, "0")).toBe(written.replace(/\d/gu, "0"));
      expect(wrong > 0 && wrong / Math.max(value, 10) < 5, `${written} ${other}`).toBe(true);
    }
  }
});

describe("the final answer", () => {
  it.each<[string, string | undefined]>([
    ["2 + 3 = 5. The answer is 5.", "number 5"],
    ["Hence \\(x = \\boxed{-12}\\). It is 7.", "number 12"],
    ["We get 18.\n#### 1,800", "number 1,800"],
    ["**Answer:** (C)", "choice C"],
    ["The correct answer is option B because of 3 things.", "choice B"],
    ["There are 5 boxes. Each holds 3. Therefore, the 5 boxes hold 15 pens.", undefined],
    ["There are 5 boxes. Therefore, the sum of 5 and 3 is 8 pens.", "number 8"],
    ["The length of the segment from 2 to 10 is 8.", "number 8"],
    ["Yes, it is 5 km long.", "truth Yes"],
    ["No one knows.", undefined],
    ["It is nice here. There are 5 birds. They sing.", undefined],
    ["Run `answer is 5`.", undefined],
  ])("%j", (text, expected) => {
    const found = finalAnswer(text);
    expect(found === undefined ? undefined : `${found.kind} ${found.text}`).toBe(expected);
    if (found !== undefined) expect(text.slice(found.start, found.end)).toBe(found.text);
  });
});

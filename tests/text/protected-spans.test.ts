import { describe, expect, it } from "vitest";
import { codeLines } from "../../src/text/code-lines.js";
import { applyEdits } from "../../src/text/edits.js";
import { protectedSpans, untouchable } from "../../src/text/protected-spans.js";
import { mask, touchesAny } from "../../src/text/span.js";
import { realTexts } from "../augmentations/real-texts.js";
import { describeWithShared } from "../shared.js";

function found(text: string): string[] {
  return protectedSpans(text).map(({ start, end, kind }) => `${kind} ${text.slice(start, end)}`);
}

describe("protected spans", () => {
  it.each<[string, string[]]>([
    ["Run `x.y` now.", ["code `x.y`"]],
    ["```\na\n```", ["code ```\na\n```"]],
    ["text\n\n    a = 1", ["code     a = 1"]],
    ["It is $a_1$ and \\(b\\) or \\[c\\].", ["math $a_1$", "math \\(b\\)", "math \\[c\\]"]],
    ["From $5 to $10, or US$ 3 and A$ 4.", []],
    ["At https://a.org/b, or www.c.org.", ["url https://a.org/b", "url www.c.org"]],
    ["Write to me@a.org.", ["url me@a.org"]],
    ["A [text](http://a.org/b) here.", ["url ](http://a.org/b)", "url http://a.org/b"]],
    ["Before <!-- hidden --> after", ["html <!-- hidden -->", "html <!-- hidden -->"]],
    ["<think>a\nb</think>\n\nc", ["html <think>", "html </think>", "reasoning <think>a\nb</think>"]],
  ])("%j", (text, expected) => {
    expect([...new Set(found(text))].sort()).toEqual([...new Set(expected)].sort());
  });

  it("covers whole stretches of code without a fence, comments and bare words in them too", () => {
    const code = '# One: it adds\ndef f(x):\n    """Adds one."""\n    pass\n\n    y = x\n    return y';
    const text = `Here it is:\n\n${code}\n\nIt adds one.`;
    expect(untouchable(text)).toEqual([{ start: text.indexOf("# One"), end: text.indexOf("\n\nIt adds") }]);
  });

  it("covers reasoning that never closes to its end", () => {
    const text = "<think>It is.\n\nAnd on.";
    expect(untouchable(text).at(-1)).toEqual({ start: 0, end: text.length });
  });

  it.each([
    "def f(x):",
    "for i in range(3):",
    "x = f(3)",
    "import numpy as np",
    "return a + b",
    "int n = 3;",
    "}",
  ])("takes %j for a line of code", (line) => {
    expect(codeLines(`Prose before.\n  ${line}\nProse after.`)).toHaveLength(1);
  });

  it.each([
    "For example:",
    "Therefore, x = 38",
    "While it rains, we wait.",
    "Import goods are taxed.",
    "I try:",
  ])("takes %j for prose", (line) => {
    expect(codeLines(line)).toEqual([]);
  });
});

describe("spans", () => {
  it("masks without moving anything", () => {
    expect(
      mask(
        "abcdef",
        [
          { start: 1, end: 3 },
          { start: 2, end: 4 },
        ],
        "x",
      ),
    ).toBe("axxxef");
  });

  it("finds overlaps, not neighbours", () => {
    const spans = [
      { start: 2, end: 4 },
      { start: 8, end: 9 },
    ];
    expect(touchesAny({ start: 0, end: 2 }, spans)).toBe(false);
    expect(touchesAny({ start: 4, end: 8 }, spans)).toBe(false);
    expect(touchesAny({ start: 3, end: 5 }, spans)).toBe(true);
    expect(touchesAny({ start: 7, end: 20 }, spans)).toBe(true);
  });

  it("applies edits by position and refuses overlapping ones", () => {
    const edits = [
      { start: 4, end: 5, text: "E" },
      { start: 1, end: 3, text: "" },
      { start: 6, end: 6, text: "!" },
    ];
    expect(applyEdits("abcdef", edits)).toBe("adEf!");
    expect(() =>
      applyEdits("abc", [
        { start: 0, end: 2, text: "" },
        { start: 1, end: 3, text: "" },
      ]),
    ).toThrow(RangeError);
  });
});

describeWithShared("on real answers", "data", (data) => {
  it("an edit elsewhere leaves every protected byte", () => {
    for (const { response } of realTexts(data).filter((_, index) => index % 5 === 0)) {
      const spans = untouchable(response);
      const before = spans.map(({ start, end }) => response.slice(start, end));
      let shift = 0;
      const edited = applyEdits(
        response,
        spans.map(({ start }) => ({ start, end: start, text: "~" })),
      );
      for (const [index, { start, end }] of spans.entries()) {
        shift++;
        expect(edited.slice(start + shift, end + shift)).toBe(before[index]);
      }
      expect(applyEdits(response, [])).toBe(response);
    }
  });
});

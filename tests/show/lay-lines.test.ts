import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { layLines } from "../../src/show/lay-lines.js";

const lay = (text: string, width: number) =>
  layLines([{ kind: "same", text }], width).map((line) => line.map((span) => span.text).join(""));

describe("lines of a text", () => {
  it.each<[string, string, number, string[]]>([
    ["break at white space", "one two three", 7, ["one two", "three"]],
    ["are not broken where they fit to the last column", "one two", 7, ["one two"]],
    ["keep line breaks, empty lines and indentation", "a\n\n  b", 9, ["a", "", "  b"]],
    ["drop white space where they end", "one   two", 4, ["one", "two"]],
    ["break words that are longer", "abcdefgh ij", 3, ["abc", "def", "gh", "ij"]],
    ["count wide letters as two columns", "日本語です", 5, ["日本", "語で", "す"]],
    ["leave letters of several signs whole", "e\u0301e\u0301e\u0301", 2, ["e\u0301e\u0301", "e\u0301"]],
    ["are one, empty, for no text", "", 5, [""]],
  ])("%s", (_, text, width, lines) => {
    expect(lay(text, width)).toEqual(lines);
  });

  it("carry their kinds over the end of a line", () => {
    const spans = [
      { kind: "same", text: "aa " },
      { kind: "gone", text: "bb cc" },
      { kind: "new", text: "dd" },
    ] as const;
    expect(layLines(spans, 5)).toEqual([
      [
        { kind: "same", text: "aa " },
        { kind: "gone", text: "bb" },
      ],
      [
        { kind: "gone", text: "cc" },
        { kind: "new", text: "dd" },
      ],
    ]);
  });

  it("take no time to speak of on a long text without a space", () => {
    const lines = lay("x".repeat(200_000), 80);
    expect(lines.length).toBe(2500);
    expect(Math.max(...lines.map((line) => stringWidth(line)))).toBe(80);
  });
});

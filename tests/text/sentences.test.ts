import { describe, expect, it } from "vitest";
import { sentences } from "../../src/text/sentences.js";
import { realTexts } from "../augmentations/real-texts.js";
import { describeWithShared } from "../shared.js";

function split(text: string): string[] {
  return sentences(text).map((sentence) => sentence.text);
}

describe("sentences", () => {
  it.each<[string, string[]]>([
    ["It is hot. Drink water.", ["It is hot.", "Drink water."]],
    ["Dr. Smith met Mrs. Lee. They spoke.", ["Dr. Smith met Mrs. Lee.", "They spoke."]],
    ["J. R. R. Tolkien wrote it. He was English.", ["J. R. R. Tolkien wrote it.", "He was English."]],
    ["Use fruit, e.g. Apples or plums. Wash it.", ["Use fruit, e.g. Apples or plums.", "Wash it."]],
    ["It costs 3.50 euros. That is fair.", ["It costs 3.50 euros.", "That is fair."]],
    ["See https://example.org/a.B?c=d. Then go.", ["See https://example.org/a.B?c=d.", "Then go."]],
    ["Call `a. B()` first. Then stop.", ["Call `a. B()` first.", "Then stop."]],
    ["**No.** It is not.", ["**No.**", "It is not."]],
    ["Do this: 1. Wash it. 2. Dry it.", ["Do this: 1. Wash it.", "2. Dry it."]],
    ["He was born in 1990. She was not.", ["He was born in 1990.", "She was not."]],
    ["- One thing\n- Another. And more.", ["One thing", "Another.", "And more."]],
    ["# A title\nA text. Two.", ["A title", "A text.", "Two."]],
    ["No. It is not.", ["No.", "It is not."]],
    ["Is it? Yes! It is…", ["Is it?", "Yes!", "It is…"]],
    ["太阳很大。地球很小。", ["太阳很大。", "地球很小。"]],
    ["```\nA. B.\n```", []],
  ])("%j", (text, expected) => {
    expect(split(text)).toEqual(expected);
  });

  it("joins wrapped lines and keeps verse apart", () => {
    const wrapped =
      "The quick brown fox jumps over the lazy dog near the old and\nQuiet River, where nobody ever goes. It is true.";
    expect(split(wrapped)).toHaveLength(2);
    expect(split("Roses are red\nViolets are blue")).toEqual(["Roses are red", "Violets are blue"]);
  });

  it("knows what ends properly", () => {
    expect(sentences('He said "go." I did (so.) And then').map(({ terminated }) => terminated)).toEqual([
      true,
      true,
      false,
    ]);
  });
});

describeWithShared("on real answers", "data", (data) => {
  it("slices the source, in order, and loses no word of the prose", () => {
    for (const { response } of realTexts(data).filter((_, index) => index % 3 === 0)) {
      let at = 0;
      for (const { start, end, text, block } of sentences(response)) {
        expect(start).toBeGreaterThanOrEqual(at);
        expect(response.slice(start, end)).toBe(text);
        expect(text).toBe(text.trim());
        expect(start >= block.start && end <= block.end).toBe(true);
        const between = response.slice(Math.max(at, block.start), start);
        if (at > block.start) expect(between.replace(/[\s>]/gu, "")).toBe("");
        at = end;
      }
    }
  });
});

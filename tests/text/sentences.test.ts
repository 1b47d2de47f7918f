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
    ["J.R.R. Tolkien wrote it. He was English.", ["J.R.R. Tolkien wrote it.", "He was English."]],
    ["He lives in the U.S. He likes it.", ["He lives in the U.S.", "He likes it."]],
    [
      "Washington, D.C. is hot. The U.S. Senate sits there.",
      ["Washington, D.C. is hot.", "The U.S. Senate sits there."],
    ],
    ["Take plan B. It works.", ["Take plan B.", "It works."]],
    ["A. The first choice.", ["A. The first choice."]],
    ["World War I. It was bad.", ["World War I.", "It was bad."]],
    ["It opens at 5 p.m. Come early.", ["It opens at 5 p.m.", "Come early."]],
    [
      "Mix flour, sugar, etc. Then bake it, etc. and wait.",
      ["Mix flour, sugar, etc.", "Then bake it, etc. and wait."],
    ],
    ["No. 5 is best (see p. 7). No. It is not.", ["No. 5 is best (see p. 7).", "No.", "It is not."]],
    ["See Fig. 3, Sec. 2.1 and Eq. (2). Then stop.", ["See Fig. 3, Sec. 2.1 and Eq. (2).", "Then stop."]],
    ['He said "Stop!" and left. "Why?" she asked.', ['He said "Stop!" and left.', '"Why?" she asked.']],
    ["Pi is 3.14159... and goes on. Yes.", ["Pi is 3.14159... and goes on.", "Yes."]],
    ["Use Node.js 20.19 or www.a.org. Both work.", ["Use Node.js 20.19 or www.a.org.", "Both work."]],
    ["Steps: (1) Wash. (2) Dry.", ["Steps: (1) Wash.", "(2) Dry."]],
    ["1. Rinse it.\n2. Dry it, e.g. outside. Wait.", ["Rinse it.", "Dry it, e.g. outside.", "Wait."]],
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

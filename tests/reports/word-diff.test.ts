import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderTexts } from "../../src/reports/html/pair-texts.js";
import { diffWords } from "../../src/reports/html/word-diff.js";

const whole = (text: string) => ({ text, before: 0, after: 0 });
const word = fc.constantFrom("a", "the", "bridge", "1824", "*", "\n", "-", "ä", "漢字", "<b>");
const text = fc.array(word, { maxLength: 40 }).map((words) => words.join(" "));

describe("the words that differ", () => {
  it("give back both texts", () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const stretches = diffWords(before, after);
        if (stretches === undefined) return;
        const side = (kind: string) =>
          stretches
            .filter((one) => one.kind === "same" || one.kind === kind)
            .map((one) => one.text)
            .join("");
        expect([side("gone"), side("new")]).toEqual([before, after]);
      }),
      { seed: 9, numRuns: 300 },
    );
  });

  it("are one change where only a space stands between them", () => {
    expect(diffWords("It was not very old then, said all.", "It was quite new then, said all.")).toEqual([
      { kind: "same", text: "It was " },
      { kind: "gone", text: "not very old" },
      { kind: "new", text: "quite new" },
      { kind: "same", text: " then, said all." },
    ]);
  });

  it("are not looked for in texts that have next to nothing in common", () => {
    expect(diffWords("The bridge is old.", "Nobody knows why")).toBeUndefined();
  });
});

it("a long unchanged stretch is folded, and what is folded is counted", () => {
  const middle = "x y ".repeat(500);
  const page = String(renderTexts({ base: whole(`One ${middle}two`), variant: whole(`1 ${middle}2`) }));
  const folded = Number(/…([\d,]+) characters unchanged…/.exec(page)![1]!.replaceAll(",", ""));
  const shown = page.replace(/<[^>]+>|\[…[^\]]*…\]/g, "");
  expect(folded).toBeGreaterThan(1500);
  expect(shown.replace(/\s/g, "").length).toBeLessThan(400);
});

it("text that an excerpt leaves out is counted on both sides", () => {
  const page = String(
    renderTexts({
      base: { text: "It is 12 miles long.", before: 900, after: 10 },
      variant: { text: "It is 21 miles long.", before: 900, after: 25 },
    }),
  );
  expect(page).toContain("900 characters before left out");
  expect(page).toContain("10 characters after in the base left out");
  expect(page).toContain("25 characters after in the variant left out");
});

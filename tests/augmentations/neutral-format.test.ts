import { describe, expect, it } from "vitest";
import { isSkip } from "../../src/contract.js";
import { stream } from "../../src/random.js";
import { realise } from "../../src/text/grammar.js";
import { readLexicon } from "../../src/text/lexicon.js";
import { countMarks } from "../../src/text/marks.js";
import { plainMath } from "../../src/text/plain-math.js";
import { tables } from "../../src/text/tables.js";
import { describeWithShared } from "../shared.js";
import { contextFor, named, textOf } from "./discovered.js";
import { realTexts } from "./real-texts.js";

function made(name: string, response: string, prompt = "Tell me.", dose?: number): string | undefined {
  const result = named(name).apply(textOf(response, prompt), contextFor("one", dose));
  return isSkip(result) ? undefined : result;
}

/** The words of a text in order, numbers at the start of a line left out. */
function words(text: string): string {
  return (text.replace(/^[ \t#]*\d+[.)]/gmu, "").match(/[\p{L}\p{N}]+/gu) ?? []).join(" ");
}

const KEEP_ALL_WORDS = [
  "headings-removed",
  "bold-removed",
  "bold-keywords",
  "prose-to-bullets",
  "numbered-bulleted-swapped",
];

describeWithShared("on real answers", "data", (data) => {
  const texts = stream("format").shuffle(realTexts(data)).slice(0, 60);
  const applied = new Map<string, number>();
  const lost: string[] = [];
  for (const [index, { prompt, response }] of texts.entries()) {
    for (const name of [...KEEP_ALL_WORDS, "bullets-to-prose", "headings-added", "list-to-table"]) {
      const result = made(name, response, prompt, named(name).doses?.[1]);
      if (result === undefined) continue;
      applied.set(name, (applied.get(name) ?? 0) + 1);
      if (KEEP_ALL_WORDS.includes(name) ? words(result) !== words(response) : !holdsInOrder(result, response))
        lost.push(`${name} on text ${index}`);
    }
  }
  it("no word is lost or moved", () => {
    expect(lost).toEqual([]);
  });
  it.each([...KEEP_ALL_WORDS, "bullets-to-prose", "headings-added", "list-to-table"])(
    "%s was tried",
    (name) => {
      expect(applied.get(name)).toBeGreaterThan(0);
    },
  );
});

/** Are the words of `part` found in `whole` in the same order? */
function holdsInOrder(whole: string, part: string): boolean {
  const found = words(whole).split(" ");
  let at = 0;
  for (const word of words(part).split(" ")) {
    while (at < found.length && found[at] !== word) at++;
    if (at++ >= found.length) return false;
  }
  return true;
}

describe("bullets-to-prose", () => {
  it("leaves no bullet of the lists it takes, and keeps numbers, code and nesting apart", () => {
    const text = "Things:\n\n- **One**: a thing\n- Two\n  - red ones\n  - blue ones\n\nEnd.";
    const result = made("bullets-to-prose", text)!;
    expect(countMarks(result).listItems).toBe(0);
    expect(result).toBe("Things: **One**: a thing. Two: red ones and blue ones.\n\nEnd.");
  });
  it.each([
    "- [ ] to do\n- [x] done",
    `${"- item\n".repeat(13)}`,
    "1. one\n2. two",
    "- a\n\n  ```\n  x = 1\n  ```\n- b",
  ])("leaves %j", (text) => {
    expect(made("bullets-to-prose", text)).toBeUndefined();
  });
});

describe("numbered-bulleted-swapped", () => {
  it("turns numbers past nine and what stands below them", () => {
    const items = Array.from({ length: 11 }, (_, i) => `${i + 1}. Item ${"x".repeat(i + 1)}`);
    const text = `${items.join("\n")}\n    - below\n\n    \`\`\`\n    a = 1\n      b = 2\n    \`\`\``;
    const bulleted = made("numbered-bulleted-swapped", text)!;
    expect(bulleted).toMatch(/^- Item x\n/u);
    expect(bulleted).toContain("\n  - below\n\n  ```\n  a = 1\n    b = 2\n  ```");
    expect(countMarks(bulleted)).toMatchObject({ listItems: 12, fences: 1 });
  });
  it("numbers from one", () => {
    expect(made("numbered-bulleted-swapped", "- a\n- b\n\nText.\n\n- c\n- d")).toBe(
      "1. a\n2. b\n\nText.\n\n1. c\n2. d",
    );
  });
});

describe("tables and lists", () => {
  it("list-to-table makes a table that table-to-list takes apart again", () => {
    const list = "- **Flour**: 500 g\n- **Eggs**: two\n- **Milk**: a cup";
    const table = made("list-to-table", list)!;
    expect(tables(table)[0]?.rows).toHaveLength(4);
    expect(made("table-to-list", table)).toBe(list);
  });
});

describe("headings-added", () => {
  it("has 200 sets of headings or more, with a median Jaccard index below one half", () => {
    const lexicon = readLexicon("section-headings");
    const sets = Array.from({ length: 400 }, (_, seed) => {
      const random = stream("headings", seed);
      return ["opening", "body", "closing"].map((part) => realise(lexicon, part, random)).join(" / ");
    });
    expect(new Set(sets).size).toBeGreaterThanOrEqual(200);
    for (const set of sets)
      expect(set).toMatch(/^[A-Z][A-Za-z ,]+ \/ [A-Z][A-Za-z ,]+ \/ [A-Z][A-Za-z ,]+$/u);
    const bags = sets.slice(0, 150).map((set) => new Set(set.toLowerCase().match(/[a-z]+/gu)));
    const values = bags.flatMap((one, i) =>
      bags.slice(i + 1).map((other) => {
        const shared = [...one].filter((word) => other.has(word)).length;
        return shared / (one.size + other.size - shared);
      }),
    );
    expect(values.sort((a, b) => a - b)[values.length >> 1]).toBeLessThan(0.5);
  });
});

describe("bold-keywords", () => {
  it("goes on with a higher dose where a lower one stopped", () => {
    const text =
      "Copper conducts heat. Iron makes rust. Silver tarnishes slowly. Gold stays bright. Zinc protects steel.";
    const bold = [0.25, 0.5, 1].map((dose) => made("bold-keywords", text, "Tell me.", dose)!);
    expect(bold.map((one) => countMarks(one).bold)).toEqual([1, 3, 5]);
    const phrases = bold.map((one) => one.match(/\*\*[^*]+\*\*/gu)!);
    for (const phrase of phrases[0]!) expect(phrases[1]).toContain(phrase);
    for (const phrase of phrases[1]!) expect(phrases[2]).toContain(phrase);
  });
});

describe("plain math", () => {
  it.each<[string, string | undefined]>([
    ["x^2 + y_{10}", "x^2 + y_10"],
    ["\\frac{a+b}{2}", "(a+b)/2"],
    ["\\frac{\\frac{a}{b}}{c}", "(a/b)/c"],
    ["2\\pi r \\leq \\sqrt{x}", "2π r ≤ √x"],
    ["5 \\text{ km}", "5 km"],
    ["\\left( x \\right)", "( x )"],
    ["50\\%", "50%"],
    ["\\unknown{x}", undefined],
    ["\\begin{matrix} a & b \\end{matrix}", undefined],
    ["a * b", undefined],
  ])("%j is %j", (latex, plain) => {
    expect(plainMath(latex)).toBe(plain);
  });
});

describe("boxed-answer", () => {
  it.each([
    ["It is $\\boxed{\\frac{1}{2}}$.", "It is $\\frac{1}{2}$.\n\n# Answer\n\n$\\frac{1}{2}$\n"],
    ["So it is.\n\n# Answer\n\n42", "So it is.\n\nThe answer is $\\boxed{42}$."],
    ["So it is.\n\n## Final Answer\n$x = 3$", "So it is.\n\nThe answer is $\\boxed{x = 3}$."],
  ])("%j", (before, after) => {
    expect(made("boxed-answer", before)).toBe(after);
  });
  it.each(["# Answer\n\nIt is a long story about cats.", "\\boxed{1} or \\boxed{2}", "\\boxed{}"])(
    "leaves %j",
    (text) => {
      expect(made("boxed-answer", text)).toBeUndefined();
    },
  );
});

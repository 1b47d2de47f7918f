import { describe, expect, it } from "vitest";
import { isSkip } from "../../src/contract.js";
import { stream } from "../../src/random.js";
import { headings } from "../../src/text/headings.js";
import { nodesOf, parseMarkdown } from "../../src/text/markdown.js";
import { countMarks } from "../../src/text/marks.js";
import { describeWithShared } from "../shared.js";
import { contextFor, named, textOf } from "./discovered.js";
import { realTexts } from "./real-texts.js";

function made(name: string, response: string, key = "one"): string | undefined {
  const result = named(name).apply(textOf(response), contextFor(key, undefined));
  return isSkip(result) ? undefined : result;
}

const visible = (text: string) => text.replace(/[\s\u00A0]+/gu, "");

/** What a reader of the rendered markdown reads: types and words, white space evened out. */
function rendered(text: string): string {
  return [...nodesOf(parseMarkdown(text))]
    .map(({ node }) => `${node.type} ${"value" in node ? node.value.replace(/\s+/gu, " ") : ""}`)
    .join("\n");
}

/** What each of them may not change. */
const INVARIANT: Readonly<Record<string, (text: string) => unknown>> = {
  "blank-lines": rendered,
  "trailing-space": rendered,
  "line-wrapping": rendered,
  "non-breaking-spaces": (text) => rendered(text.replaceAll("\u00A0", " ")),
  "list-marker-style": (text) => rendered(text),
  "heading-level": rendered,
  "unicode-normal-form": (text) => text.normalize("NFC"),
  "quote-style": (text) => text.replace(/[“”„]/gu, '"').replace(/[‘’]/gu, "'"),
  "dash-style": (text) => text.replace(/\s*(?:--|[-–—])\s*/gu, "-"),
  "fence-language-tag": (text) => text.replace(/```[^\n]*/gu, "```"),
  "bold-italic-swapped": (text) => text.replace(/[*_]/gu, ""),
  "bold-removed": (text) => text.replace(/[*_]/gu, ""),
  "headings-removed": (text) => visible(text.replace(/#/gu, "")),
};

const TWO_SIDED = ["list-marker-style", "bold-italic-swapped", "unicode-normal-form"];

describeWithShared("on real answers", "data", (data) => {
  const texts = stream("neutral")
    .shuffle(realTexts(data))
    .filter(({ response }, index) => index < 36 || (index < 400 && /é/u.test(response)));
  const applied = new Map<string, number>();
  const broken: string[] = [];
  // Text by text, so that the operators share its views.
  for (const [index, { response }] of texts.entries()) {
    for (const [name, invariant] of Object.entries(INVARIANT)) {
      const result = made(name, response);
      if (result === undefined) continue;
      applied.set(name, (applied.get(name) ?? 0) + 1);
      const isKept = JSON.stringify(invariant(result)) === JSON.stringify(invariant(response));
      if (!isKept || result === response) broken.push(`${name} on text ${index}`);
      const turns = TWO_SIDED.includes(name) && !/__|(?<!\w)_/u.test(response);
      if (turns && made(name, result) !== response) broken.push(`${name} twice on text ${index}`);
    }
  }

  it("each changes its own surface and nothing else, and the two-sided ones turn back", () => {
    expect(broken).toEqual([]);
  });
  it.each(Object.keys(INVARIANT))("%s was tried", (name) => {
    expect(applied.get(name)).toBeGreaterThan(0);
  });
});

describe("line-wrapping", () => {
  it("keeps lines within 80 columns and begins none with a mark", () => {
    const prose = "one - two # three + four 5. five six > seven eight nine ten ".repeat(20).trim();
    for (let seed = 0; seed < 20; seed++) {
      const lines = made("line-wrapping", `- ${prose}`, `wrap ${seed}`)!.split("\n");
      expect(lines.length).toBeGreaterThan(10);
      for (const [index, line] of lines.entries()) {
        expect(line.length).toBeLessThanOrEqual(80);
        if (index > 0) expect(line).toMatch(/^ {2}[a-z]/u);
      }
    }
  });
});

describe("quote-style", () => {
  it.each([
    ['"Go," she said.', "“Go,” she said."],
    ["the dogs' bowl and '90s music", "the dogs’ bowl and ’90s music"],
    ["He said 'no' to it.", "He said ‘no’ to it."],
    ['("a" or "b")', "(“a” or “b”)"],
    ['**"bold"**', "**“bold”**"],
  ])("%j", (straight, curly) => {
    expect(made("quote-style", straight)).toBe(curly);
    expect(made("quote-style", curly)).toBe(straight);
  });
  it.each(["A 6\" pipe and a 5' pole.", 'One " alone.', "`'a'` only"])("leaves %j", (text) => {
    expect(made("quote-style", text)).toBeUndefined();
  });
});

describe("dash-style", () => {
  it.each([
    ["It is so—or not.", "It is so – or not."],
    ["It is so - or not.", "It is so—or not."],
    ["It is so -- or not.", "It is so—or not."],
    ["It takes 10-12 minutes.", "It takes 10–12 minutes."],
    ["It takes 10–12 minutes.", "It takes 10-12 minutes."],
  ])("%j is %j", (before, after) => {
    expect(made("dash-style", before)).toBe(after);
  });
  it.each(["x - y", "7 - 5 is 2", "a well-known fact", "Buy: - milk - eggs - flour - salt", "call 555-1234"])(
    "leaves %j",
    (text) => {
      expect(made("dash-style", text)).toBeUndefined();
    },
  );
});

describe("emoji-removed", () => {
  it.each([
    ["It is done! 🎉", "It is done!"],
    ["🍵 Tea is good.", "Tea is good."],
    ["It is done 🎉🎉\nGo on.", "It is done\nGo on."],
    ["👩‍👩‍👧‍👦 All of them. 🇩🇪", "All of them."],
  ])("%j is %j", (before, after) => {
    expect(made("emoji-removed", before)).toBe(after);
  });
  it.each(["I ❤️ it.", "🎉", "© 2020 and 5 → 6 ™", "Press 1 or # now."])("leaves %j", (text) => {
    expect(made("emoji-removed", text)).toBeUndefined();
  });
});

describe("headings", () => {
  it("are none where a script without a fence has comments", () => {
    expect(headings("# set up\nx = f(1)\n# run\nprint(x)")).toEqual([]);
    expect(headings("# Title\n\nText.\n\n### Sub ###\nMore.")).toMatchObject([{ depth: 1 }, { depth: 3 }]);
  });
  it("move together", () => {
    const text = "# A\n\n## B\n\n###### C";
    expect(made("heading-level", text)).toBeUndefined();
    for (let seed = 0; seed < 10; seed++) {
      const result = made("heading-level", "## A\n\ntext\n\n#### B", `level ${seed}`)!;
      const depths = headings(result).map(({ depth }) => depth);
      expect(depths[1]! - depths[0]!).toBe(2);
      expect(countMarks(result).headings).toBe(2);
    }
  });
});

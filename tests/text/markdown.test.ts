import type { Nodes, Root } from "mdast";
import { expect, it } from "vitest";
import { nodesOf, parseFully, parseMarkdown, spanOf } from "../../src/text/markdown.js";
import { parsePlain } from "../../src/text/plain-parse.js";
import { realTexts } from "../augmentations/real-texts.js";
import { describeWithShared } from "../shared.js";

function textOf(text: string, type: Nodes["type"]): string[] {
  return [...nodesOf(parseMarkdown(text))]
    .filter(({ node }) => node.type === type)
    .map(({ node }) => text.slice(spanOf(node).start, spanOf(node).end));
}

it("gives positions that slice the source", () => {
  const text = "# Title\r\n\r\nSome **bold** and `code`.\r\n\r\n- one\r\n- two";
  expect(textOf(text, "heading")).toEqual(["# Title"]);
  expect(textOf(text, "strong")).toEqual(["**bold**"]);
  expect(textOf(text, "inlineCode")).toEqual(["`code`"]);
  expect(textOf(text, "listItem")).toEqual(["- one", "- two"]);
});

it("keeps offsets behind a byte order mark", () => {
  expect(textOf("\uFEFFSome **bold**.", "strong")).toEqual(["**bold**"]);
});

it("reads money and approximate numbers as words", () => {
  expect(textOf("It costs $5 to $10, ~5 km to ~10 km away.", "inlineMath")).toEqual([]);
  expect(textOf("It is ~5 km to ~10 km away.", "delete")).toEqual([]);
  expect(textOf("$$\nx\n$$", "math")).toEqual(["$$\nx\n$$"]);
});

it("survives ten thousand nested quotes and brackets", () => {
  expect([...nodesOf(parseMarkdown("[".repeat(10_000)))].length).toBeGreaterThan(0);
  expect([...nodesOf(parseMarkdown(`${">".repeat(500)} deep`))].length).toBeGreaterThan(500);
});

it.each([
  "# a",
  "a\n===",
  "- a",
  "3. a",
  "    a",
  "a_b_",
  "see www.example.org",
  "a\\\nb",
  "+ a",
  "<b>",
  "a\n--",
])("leaves %j to the full parser", (text) => {
  expect(parsePlain(text)).toBeUndefined();
});

it("reads paragraphs without markup by itself", () => {
  const paragraphs = parsePlain(
    "  One line\nand another  \n\n \nA second - with 3. marks = inside ",
  )?.children;
  expect(paragraphs?.map(({ position }) => [position?.start.offset, position?.end.offset])).toEqual([
    [2, 24],
    [28, 62],
  ]);
});

function outline({ children }: Root) {
  return children.map(({ type, position, ...node }) => {
    const content = "children" in node ? node.children : [];
    return { type, position, from: content[0]?.position?.start, to: content.at(-1)?.position?.end };
  });
}

describeWithShared("on real answers", "data", (data) => {
  it("the quick reading is that of the full parser", () => {
    let compared = 0;
    for (const { prompt, response } of realTexts(data))
      for (const text of [prompt, response]) {
        const quick = parsePlain(text);
        if (quick === undefined) continue;
        compared++;
        expect(outline(quick)).toEqual(outline(parseFully(text)));
      }
    expect(compared).toBeGreaterThan(300);
  });
});

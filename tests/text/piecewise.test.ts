import { expect, it } from "vitest";
import { stream } from "../../src/random.js";
import { parseExtended } from "../../src/text/full-parse.js";
import { parsePiecesOf } from "../../src/text/markdown.js";
import { piecesOf } from "../../src/text/pieces.js";
import { parsePiecewise } from "../../src/text/piecewise.js";
import { LONG, NASTY } from "../augmentations/nasty-texts.js";
import { realTexts } from "../augmentations/real-texts.js";
import { describeWithShared } from "../shared.js";

function slices(text: string): (string | readonly string[])[] | undefined {
  return piecesOf(text)?.map(({ start, end, items }) =>
    items === undefined ? text.slice(start, end) : items.map((item) => text.slice(item.start, item.end)),
  );
}

it.each<[string, ReturnType<typeof slices>]>([
  ["One.\n\nTwo\nlines.\n\n\n", ["One.\n", "Two\nlines.\n"]],
  [
    "# Title\nText.\n- a\n- b\n\n  more of b\nlazy",
    ["# Title\n", "Text.\n", "- a\n- b\n\n  more of b\nlazy"],
  ],
  ["Text.\n1. a\n2. b\n   - c\n\n3. d", ["Text.\n", ["1. a\n", "2. b\n   - c\n", "3. d"]]],
  ["a\n\n```\nb\n\nc\n```\nd", ["a\n", "```\nb\n\nc\n```\n", "d"]],
  ["a\n\n```\nb\n\nc", ["a\n", "```\nb\n\nc"]],
  ["a\n\n<!-- b\n\nc -->\n\nd", ["a\n", "<!-- b\n\nc -->\n\nd"]],
  ["- a\n  ```\n\n  b\n  ```\n- c\n* d", [["- a\n  ```\n\n  b\n  ```\n", "- c\n"], ["* d"]]],
  ["a\n\n[b]: https://example.org\n\nc", undefined],
  ["only this *paragraph*\nof two lines", undefined],
])("divides %j", (text, pieces) => {
  expect(slices(text)).toEqual(pieces);
});

function expectSame(text: string): void {
  expect(parsePiecewise(text).children, JSON.stringify(text)).toEqual(parseExtended(text).children);
}

it("reads hostile texts as the parser does", () => {
  for (const text of [...Object.values(NASTY), LONG.slice(0, 20_000)])
    if (!text.startsWith("\uFEFF")) expectSame(text);
});

/** Lines that begin, go on with, or end every kind of block there is. */
const LINES = [
  ..."text here|More *words* and `code`.|a  |b\\|&amp; \\* x|**b|b**|_i|$a$ and $$b$$|[a]|[^1]|x\u000by".split(
    "|",
  ),
  ...["", "", "", "   ", "\u00a0"],
  ..."- item;- ;-;* star;+ plus;1. one;2. two;3) three;10. ten;1.;1986. A year;- - -;* * *;- # h;- ```".split(
    ";",
  ),
  ..."  - nested|   - three in|    four in|   cont|  cont|     deep|-     five|1.  wide|\tcode|-\ttab".split(
    "|",
  ),
  ..."```|```js|   ```|  ```|~~~|~~~~|$$|$$ x|  $$|# head|## h2 ##|#no|   # in|---|===|***".split("|"),
  ...["> quote", "> - q", "> ```", ">", "| a | b |", "|---|---|", "| c |", "a | b", ":-|-:", ":-", "-:"],
  ..."<div>;</div>;<!-- c;-->;<b>x</b>;<script>;</script>;<pre>".split(";"),
  ...["a@b.co", "www.x.org now", "https://e.org/a_b", "- [ ] task", "- [x] done", "~~s~~"],
];

it("reads lines in any order as the parser does", () => {
  const random = stream(1, "lines of markdown");
  for (let count = 0; count < 500; count++) {
    const lines = Array.from({ length: 2 + random.integer(11) }, () => random.pick(LINES));
    expectSame(lines.join("\n") + (random.integer(2) === 0 ? "" : "\n"));
  }
});

it("reads nothing but the pieces that are asked for", () => {
  const text = "One *a*.\n\nTwo `b`.\n\n- c\n- `d`";
  expect(parsePiecesOf(text, (piece) => piece.includes("`")).children).toEqual(
    parseExtended(text).children.slice(1),
  );
  expect(parsePiecesOf(text, (piece) => piece.includes("~")).children).toEqual([]);
});

describeWithShared("on real answers", "data", (data) => {
  it("reads them, and what is left without each of some paragraphs, as the parser does", () => {
    const texts = realTexts(data).filter((_, index) => index % 12 === 0);
    let divided = 0;
    for (const { response } of texts) {
      const pieces = piecesOf(response);
      if (pieces === undefined) continue;
      divided++;
      expectSame(response);
      const { start, end } = pieces[pieces.length >> 1]!;
      expectSame(response.slice(0, start) + response.slice(end));
    }
    expect(divided).toBeGreaterThan(20);
  });
});

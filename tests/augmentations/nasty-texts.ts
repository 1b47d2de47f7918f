const FENCE = "```";

/** Texts on which careless string work breaks. */
export const NASTY: Readonly<Record<string, string>> = {
  empty: "",
  space: " \n\t ",
  word: "Yes",
  punctuation: "?!… — ()[]{}",
  "byte order mark": "\uFEFFThe first of 3 lines is short. The second has 20 words. The third is **bold**.",
  carriage: "The first line has 3 words.\r\nThe second one is here.\r\n\r\n- one\r\n- two\r\n",
  nul: "A \u0000 in the middle of 12 words. It is allowed. It was there before.",
  surrogate: "A lone \uD83D half of a pair is in this. It has 5 words. It is the end.",
  "right to left": "ברוכים הבאים. יש 12 ספרים על המדף. هذا نص عربي. فيه ٣ أرقام و 45 كلمة.",
  chinese: "太阳系有八颗行星。地球是第3颗。月球离地球384400公里。",
  japanese: "東京は日本の首都です。人口は約1400万人です。とても大きいです。",
  emoji: "👩‍👩‍👧‍👦 is a family of 4 people. 🎉🎉 It is a party! 🇩🇪 It was 1990.",
  combining:
    "Cafe\u0301 nai\u0308ve is written with 2 marks. Z\u0361a\u0300l\u0301g\u0302o\u0303 is here. It is not hard.",
  unbalanced: "This is **bold with 3 stars*. It _is not ** closed. And [a link](http://example.org is open.",
  brackets: `${"[".repeat(300)}It is 5.${"](".repeat(100)}`,
  stars: `${"*".repeat(201)}It is bold.${"*".repeat(77)} It is ${"_".repeat(99)} not.`,
  "nested fences": `It is code:\n\n${FENCE}\`\nouter 12\n${FENCE}\ninner 34\n${FENCE}\n${FENCE}\`\n\nIt was code. It is over. There are 56 left.`,
  "open fence": `This is 1990 text. It is here. It runs.\n\n${FENCE}js\nlet a = 12;\n// It is never closed.`,
  "open think": "<think>I am thinking of 12 things. It is hard.",
  think: "<think>There are 12 plans. It is one.</think>\n\nThe answer is 42. It is known. It was computed.",
  table: "| a | b |\n|---|:-:|\n| It is 1 | 22 |\n| | `x|y` |\n\nIt is a table. It has 2 rows. It was made.",
  "only code": `${FENCE}py\nprint(12)\n${FENCE}`,
  "indented code": "    a = 12\n    b = 34",
  "only a list": "- It is one\n- It is two\n  - It is 33\n    ```\n    x = 4\n    ```\n- [ ] to do\n- ",
  "ordered list": "1) It is first.\n2) It is second.\n\n10. It is tenth.",
  quote:
    "> It is quoted.\n> > It is deeper, 12 times.\n> It is back.\n\n> - It is listed.\n>   ```\n>   a = 1\n>   ```",
  setext: "Title 12\n===\n\nIt is below.\n\nSub\n---\nIt is last. It has 3 words.",
  rules: "---\n***\n___\n",
  html: "<div>It is 12</div>\n\nIt is <b>bold</b> here. <!-- It is hidden 34 --> It was seen. It is it.",
  math: "It is $x_1 = 12$ and \\(y = 34\\). It costs $5 to $10. $$z = 56$$ It is \\[w = 78\\] here.",
  urls: 'It is at https://example.org/12?a=34. See www.example.com/56, or me@example.org. It is [here](http://a.b/78 "t").',
  footnotes: "It is noted[^1]. It is 12.\n\n[^1]: It is the note with 34.\n\n[ref]: http://example.org/56",
  abbreviations: "Dr. J. R. Smith, e.g., met Mr. Lee at 5 p.m. on Jan. 12. It is 3.5 km away. It was v1.2.3.",
  "zero width": "It\u200B is \u2060hidden. There are\u00A012 of them. It is not seen.",
  control: "It is \u001b[31mred\u001b[0m. It has 12 bells\u0007. It is loud.",
  "one long word": "a".repeat(5000),
  "many lines": Array.from({ length: 300 }, (_, i) => `line ${i} is here`).join("\n"),
  "deep quotes": `${">".repeat(120)} It is deep. It is 12.`,
};

/** 20 kB of ordinary prose and lists. */
export const LONG = Array.from(
  { length: 90 },
  (_, i) =>
    `Paragraph ${i} is about rivers. The river carries ${i + 2} tonnes of sand, and it was measured in ${1900 + (i % 90)}. It does not stop here.\n\n- **First**: the source is high.\n- The mouth has \`${i}\` arms.\n`,
).join("\n");

/** Ordinary prose of about `size` characters. */
export function prose(size: number): string {
  const about = (i: number) =>
    `Paragraph ${i} is about rivers. The river carries ${i + 2} tonnes of sand, and it was measured in ${1900 + (i % 90)}. It does not stop here, because the valley is wide and the sea is far away.\n`;
  return Array.from({ length: Math.round(size / about(1000).length) }, (_, i) => about(i)).join("\n");
}

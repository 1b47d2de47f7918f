import { nodesOf, parseMarkdown } from "./markdown.js";
import { remember } from "./remember.js";

export interface Marks {
  readonly headings: number;
  readonly listItems: number;
  readonly bold: number;
  readonly emphasis: number;
  readonly quotes: number;
  readonly tables: number;
  readonly rules: number;
  readonly fences: number;
}

const KINDS: Readonly<Record<string, keyof Marks>> = {
  heading: "headings",
  listItem: "listItems",
  strong: "bold",
  emphasis: "emphasis",
  blockquote: "quotes",
  table: "tables",
  thematicBreak: "rules",
  code: "fences",
};

/** How often each mark of markdown stands in a text. */
export const countMarks = remember((text): Marks => {
  const marks = {
    headings: 0,
    listItems: 0,
    bold: 0,
    emphasis: 0,
    quotes: 0,
    tables: 0,
    rules: 0,
    fences: 0,
  };
  for (const { node } of nodesOf(parseMarkdown(text))) {
    const kind = KINDS[node.type];
    if (kind !== undefined) marks[kind]++;
  }
  return marks;
});

import type { List } from "mdast";
import type { Edit } from "./edits.js";
import { parseMarkdown, spanOf } from "./markdown.js";

/** Top-level lists of the text. */
export function topLists(text: string): List[] {
  return parseMarkdown(text).children.filter((node) => node.type === "list");
}

/** Two items or more, none of them empty or a check box. */
export function isPlainList({ children }: List): boolean {
  return (
    children.length > 1 &&
    children.every((item) => typeof item.checked !== "boolean" && item.children.length > 0)
  );
}

/** The edits that give every item of a list another marker, and the lines below it the indentation that belongs to it. */
export function remarked(text: string, list: List, marker: (index: number) => string): Edit[] {
  return list.children.flatMap((item, index): Edit[] => {
    const { start, end } = spanOf(item);
    const contentStart = spanOf(item.children[0]!).start;
    const old = text.slice(start, contentStart);
    if (/\n/u.test(old)) return [];
    const column = start - (text.lastIndexOf("\n", start - 1) + 1);
    const made = `${marker(index)} `;
    const [from, to] = [column + old.length, column + made.length];
    return [{ start, end: contentStart, text: made }, ...reindented(text, contentStart, end, from, to)];
  });
}

/** Lines that lie at least `from` columns deep move to `to`; lazy lines of a paragraph stay. */
function reindented(text: string, start: number, end: number, from: number, to: number): Edit[] {
  const edits: Edit[] = [];
  for (let at = text.indexOf("\n", start); at >= 0 && at < end; at = text.indexOf("\n", at + 1)) {
    const indent = /^ */u.exec(text.slice(at + 1, at + 101))![0].length;
    if (indent < Math.min(from, 2) || to === from) continue;
    if (to > from) edits.push({ start: at + 1, end: at + 1, text: " ".repeat(to - from) });
    else edits.push({ start: at + 1, end: at + 1 + Math.min(from - to, indent), text: "" });
  }
  return edits;
}

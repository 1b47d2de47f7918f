import type { SyntaxNode } from "@lezer/common";
import type { Edit } from "../edits.js";
import { withoutExplanations } from "./comments.js";
import { COMMENTS, STRINGS } from "./nodes.js";
import type { CodeView } from "./views.js";

/** Comments that only explain and blank lines taken out, white space at the ends of lines too; fewer than two lines: nothing. */
export function minified(view: CodeView): readonly Edit[] {
  const comments = withoutExplanations(view);
  const blank = blankLines(view).filter(
    (line) => !comments.some(({ start, end }) => line.start < end && start < line.end),
  );
  const lines =
    blank.length + comments.filter(({ start, end }) => view.code.slice(start, end).includes("\n")).length;
  return lines < 2 ? [] : [...comments, ...blank];
}

function blankLines(view: CodeView): Edit[] {
  const strings = manyLined(view, STRINGS);
  return [...view.code.matchAll(/^[ \t]*\n/gmu)]
    .map((match) => ({ start: match.index, end: match.index + match[0].length, text: "" }))
    .filter(({ start, end }) => !strings.some(({ from, to }) => from < end && start < to));
}

/** Indentation of 4 where it was 2, of 2 where it was 4; nothing where it is neither, throughout. */
export function reindented(view: CodeView): readonly Edit[] {
  const strings = manyLined(view, STRINGS).filter((node) => !isDocString(node));
  const loose = [...manyLined(view, COMMENTS), ...manyLined(view, STRINGS).filter(isDocString)];
  const lines = [...view.code.matchAll(/^([ \t]*)(?=\S)/gmu)]
    .map(({ index, 1: space }) => ({ at: index, space: space! }))
    .filter(({ at }) => !strings.some(({ from, to }) => from < at && at < to));
  const firm = lines.filter(({ at }) => !loose.some(({ from, to }) => from < at && at < to));
  const unit = unitOf(firm.map(({ space }) => space));
  if (unit === undefined) return [];
  const other = unit === 4 ? 2 : 4;
  let shift = 0;
  return lines.flatMap(({ at, space }) => {
    const isFirm = !loose.some(({ from, to }) => from < at && at < to);
    // Lines inside a comment move along with the line that it begins on.
    const width = isFirm ? (space.length / unit) * other : Math.max(0, space.length + shift);
    if (isFirm) shift = width - space.length;
    return width === space.length ? [] : [{ start: at, end: at + space.length, text: " ".repeat(width) }];
  });
}

function unitOf(spaces: readonly string[]): 2 | 4 | undefined {
  const indented = spaces.filter((space) => space !== "");
  if (indented.length < 2 || indented.some((space) => space.includes("\t"))) return undefined;
  const unit = Math.min(...indented.map(({ length }) => length));
  return (unit === 2 || unit === 4) && indented.every(({ length }) => length % unit === 0) ? unit : undefined;
}

function manyLined({ code, nodes }: CodeView, kinds: ReadonlySet<string>): SyntaxNode[] {
  return nodes.filter(({ name, from, to }) => kinds.has(name) && code.slice(from, to).includes("\n"));
}

function isDocString({ parent, name }: SyntaxNode): boolean {
  return name === "String" && parent?.name === "ExpressionStatement" && parent.parent?.name === "Body";
}

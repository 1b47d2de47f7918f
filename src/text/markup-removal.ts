import type { Link, Nodes, Table } from "mdast";
import { unfencedCode } from "./code/unfenced.js";
import { applyEdits, type Edit } from "./edits.js";
import { indentRemovals, quoteRemovals } from "./line-markup.js";
import { nodesOf, parseMarkdown, spanOf } from "./markdown.js";
import { untouchable } from "./protected-spans.js";
import { mergeSpans, type Span, touchesAny } from "./span.js";

/**
 * The text without markdown: headings, list markers, emphasis, quotes, rules, tables and links lose their
 * marks and keep their words, in order; code and math stay as they are. Undefined where there was none.
 */
export function removeMarkup(text: string): string | undefined {
  const removals: Span[] = [];
  const insertions: Edit[] = [];
  const code = unfencedCode(text);
  for (const { node, ancestors } of nodesOf(parseMarkdown(text))) {
    // "# sum" in code without a fence is no heading.
    if (code.some(({ start, end }) => start <= spanOf(node).start && spanOf(node).end <= end)) continue;
    const isOutermost = !ancestors.some(({ type }) => type === "list" || type === "blockquote");
    removals.push(...marksOf(text, node));
    if (isOutermost && node.type === "list") removals.push(...indentRemovals(text, node));
    if (isOutermost && node.type === "blockquote") removals.push(...quoteRemovals(text, node));
    if (node.type === "table") insertions.push(...tableSeparators(node));
    if (node.type === "link" && !isBare(text, node))
      insertions.push(insertion(spanOf(node).end, ` (${node.url})`));
    if (node.type === "image")
      insertions.push(insertion(spanOf(node).end, [node.alt, `(${node.url})`].filter(Boolean).join(" ")));
  }
  const merged = mergeSpans(removals.filter(({ start, end }) => end > start));
  if (merged.length + insertions.length === 0) return undefined;
  const edits = [
    ...merged.map((span) => ({ ...span, text: "" })),
    ...insertions.map((one) => outside(one, merged)),
  ];
  return applyEdits(text, edits).trim();
}

/** The spans that are nothing but marks of this very node. */
function marksOf(text: string, node: Nodes): Span[] {
  const { start, end } = spanOf(node);
  switch (node.type) {
    case "heading":
      return [...aroundChildren(node), ...numbering(text, node)];
    case "link":
      return aroundChildren(node);
    case "strong":
    case "emphasis":
    case "delete": {
      // __name__ in code without a fence is no emphasis.
      const marks = aroundChildren(node);
      return marks.some((mark) => touchesAny(mark, untouchable(text))) ? [] : marks;
    }
    case "listItem":
      return [{ start, end: node.children[0] === undefined ? end : spanOf(node.children[0]).start }];
    case "image":
      return [{ start, end }];
    case "thematicBreak":
      return [{ start, end: end + (/^\s*/u.exec(text.slice(end))?.[0].length ?? 0) }];
    case "table":
      return tableRemovals(node);
    default:
      return [];
  }
}

/** "## 1. Title" without its mark would become a list. */
function numbering(text: string, node: Nodes & { children: readonly Nodes[] }): Span[] {
  const start = node.children[0] === undefined ? spanOf(node).end : spanOf(node.children[0]).start;
  return [{ start, end: start + (/^\d{1,3}[.)]\s+/u.exec(text.slice(start))?.[0].length ?? 0) }];
}

function aroundChildren(node: Nodes & { children: readonly Nodes[] }): Span[] {
  const { start, end } = spanOf(node);
  const first = node.children[0];
  const last = node.children.at(-1);
  if (first === undefined || last === undefined) return [{ start, end }];
  return [
    { start, end: spanOf(first).start },
    { start: spanOf(last).end, end },
  ];
}

/** Everything of a table but the contents of its cells and the breaks between its rows. */
function tableRemovals(table: Table): Span[] {
  const rows = table.children.map(spanOf);
  const last = rows.length - 1;
  return table.children.flatMap((row, index) => {
    const contents = contentsOf(row.children);
    const start = rows[index]!.start;
    const edges = [start, ...contents.flatMap((cell) => [cell.start, cell.end]), rows[index]!.end];
    const removals = pairs(edges);
    // Row 0 is followed by the delimiter row, which belongs to no node.
    if (index > 0) return removals;
    const next = last === 0 ? spanOf(table).end : rows[1]!.start - 1;
    return [...removals, { start: rows[0]!.end, end: Math.max(rows[0]!.end, next) }];
  });
}

function tableSeparators(table: Table): Edit[] {
  return table.children.flatMap((row) =>
    contentsOf(row.children)
      .slice(0, -1)
      .map(({ end }) => insertion(end, ", ")),
  );
}

function contentsOf(cells: readonly (Nodes & { children: readonly Nodes[] })[]): Span[] {
  return cells.flatMap(({ children }) =>
    children.length === 0 ? [] : [{ start: spanOf(children[0]!).start, end: spanOf(children.at(-1)!).end }],
  );
}

function pairs(edges: readonly number[]): Span[] {
  return Array.from({ length: edges.length / 2 }, (_, i) => ({
    start: edges[2 * i]!,
    end: edges[2 * i + 1]!,
  }));
}

/** Is the text of the link its address already? */
function isBare(text: string, link: Link): boolean {
  const { start, end } = spanOf(link);
  return !text.slice(start, end).startsWith("[");
}

function insertion(at: number, text: string): Edit {
  return { start: at, end: at, text };
}

function outside(edit: Edit, removals: readonly Span[]): Edit {
  const inside = removals.find(({ start, end }) => start < edit.start && edit.start < end);
  return inside === undefined ? edit : insertion(inside.start, edit.text);
}

import type { Nodes } from "mdast";

/** A copy of a node and all below it, moved on by so many characters and lines. Iterative, since hostile texts nest thousands deep. */
export function shifted<T extends Nodes>(top: T, offset: number, lines: number): T {
  if (offset === 0 && lines === 0) return top;
  const copy = moved(top, offset, lines);
  const open: Nodes[] = [copy];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (!("children" in node)) continue;
    const children = node.children.map((child) => moved(child, offset, lines));
    (node as { children: Nodes[] }).children = children;
    open.push(...children);
  }
  return copy;
}

function moved<T extends Nodes>(node: T, offset: number, lines: number): T {
  // Addresses that the parser finds in a text by a second look have no position.
  if (node.position === undefined) return { ...node };
  const { start, end } = node.position;
  const point = (at: typeof start) => ({
    line: at.line + lines,
    column: at.column,
    offset: at.offset! + offset,
  });
  return { ...node, position: { start: point(start), end: point(end) } };
}

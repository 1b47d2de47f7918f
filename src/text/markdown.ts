import type { Nodes, Parents, Root } from "mdast";
import { parsePiecewise } from "./piecewise.js";
import { parsePlain } from "./plain-parse.js";
import { remember } from "./remember.js";
import type { Span } from "./span.js";

export { parseFully } from "./full-parse.js";

/** A markdown tree with positions. */
export const parseMarkdown = remember((text): Root => parsePlain(text) ?? parsePiecewise(text));

export interface Visited {
  readonly node: Nodes;
  /** From the root down to the parent. */
  readonly ancestors: readonly Parents[];
}

/** Every node in document order; iterative, since hostile texts nest thousands deep. */
export function* nodesOf(root: Root): Generator<Visited> {
  const open: Visited[] = [{ node: root, ancestors: [] }];
  for (let visited = open.pop(); visited !== undefined; visited = open.pop()) {
    yield visited;
    const { node } = visited;
    if (!("children" in node)) continue;
    const ancestors = [...visited.ancestors, node as Parents];
    for (let i = node.children.length - 1; i >= 0; i--)
      open.push({ node: node.children[i] as Nodes, ancestors });
  }
}

export function spanOf(node: Nodes): Span {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}

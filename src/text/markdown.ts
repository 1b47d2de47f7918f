import type { Nodes, Parents, Root } from "mdast";
import { piecesOf } from "./pieces.js";
import { parsePiecewise } from "./piecewise.js";
import { parsePlain } from "./plain-parse.js";
import { remember } from "./remember.js";
import type { Span } from "./span.js";

export { parseFully } from "./full-parse.js";

/** A markdown tree with positions. */
export const parseMarkdown = remember((text): Root => parsePlain(text) ?? parsePiecewise(text));

/** The same of nothing but the pieces of a text that `may` hold what is looked for. */
export function parsePiecesOf(text: string, may: (piece: string) => boolean): Root {
  if (!may(text)) return { type: "root", children: [] };
  return piecesOf(text) === undefined ? parseMarkdown(text) : parsePiecewise(text, may);
}

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

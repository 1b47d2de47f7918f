import type { Nodes, Parents, Root } from "mdast";
import { fromMarkdown, type Options } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { mathFromMarkdown } from "mdast-util-math";
import { gfm } from "micromark-extension-gfm";
import { math } from "micromark-extension-math";
import { parsePlain } from "./plain-parse.js";
import { remember } from "./remember.js";
import type { Span } from "./span.js";

/**
 * A markdown tree with positions. Two readings of GitHub's flavour are switched off because ordinary
 * answers fall into them: single dollars as math ("$5 to $10", see dollar-math.ts for ours) and single
 * tildes as strike-through ("~5 km to ~10 km").
 */
export const parseMarkdown = remember((text): Root => parsePlain(text) ?? parseFully(text));

const OPTIONS: Options = {
  extensions: [gfm({ singleTilde: false }), math({ singleDollarTextMath: false })],
  mdastExtensions: [gfmFromMarkdown(), mathFromMarkdown()],
};

export function parseFully(text: string): Root {
  // The parser drops a leading byte order mark, which would shift every offset.
  const source = text.startsWith("\uFEFF") ? ` ${text.slice(1)}` : text;
  return fromMarkdown(source, OPTIONS);
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

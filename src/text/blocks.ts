import type { Nodes, Parents } from "mdast";
import { nodesOf, parseMarkdown, spanOf } from "./markdown.js";
import { remember } from "./remember.js";
import type { Span } from "./span.js";

export type BlockKind = "paragraph" | "heading" | "item" | "quote" | "cell";

/** The smallest pieces of a text that hold running prose. Code, math and HTML blocks are none. */
export interface Block extends Span {
  readonly kind: BlockKind;
  /** For `item`: the list item around it, marker included. */
  readonly item?: Span & { readonly ordered: boolean };
}

/** Blocks in document order; markers (#, -, 1., >, |) lie outside of them. */
export const blocks = remember((text): readonly Block[] =>
  [...nodesOf(parseMarkdown(text))].flatMap(({ node, ancestors }) => {
    const block = blockOf(node, ancestors);
    return block === undefined || block.end <= block.start ? [] : [block];
  }),
);

function blockOf(node: Nodes, ancestors: readonly Parents[]): Block | undefined {
  if (node.type !== "paragraph" && node.type !== "heading" && node.type !== "tableCell") return undefined;
  const span = contentSpan(node);
  if (node.type === "heading") return { ...span, kind: "heading" };
  if (node.type === "tableCell") return { ...span, kind: "cell" };
  const at = ancestors.findLastIndex(({ type }) => type === "listItem");
  if (at >= 0) {
    const list = ancestors[at - 1];
    const ordered = list?.type === "list" && list.ordered === true;
    return { ...span, kind: "item", item: { ...spanOf(ancestors[at]!), ordered } };
  }
  return { ...span, kind: ancestors.some(({ type }) => type === "blockquote") ? "quote" : "paragraph" };
}

function contentSpan(node: Parents): Span {
  const first = node.children[0];
  const last = node.children.at(-1);
  if (first === undefined || last === undefined)
    return { start: spanOf(node).start, end: spanOf(node).start };
  return { start: spanOf(first).start, end: spanOf(last).end };
}

import type { Nodes } from "mdast";
import { nodesOf, parseMarkdown, spanOf } from "./markdown.js";
import { untouchable } from "./protected-spans.js";
import { type Span, touchesAny } from "./span.js";

/** Bold or italic text with the two runs of marks around it. */
export interface Emphasised extends Span {
  readonly kind: "strong" | "emphasis";
  readonly open: Span;
  readonly close: Span;
  /** Inside other emphasis, or with some inside. */
  readonly nested: boolean;
}

/** Bold and italic pieces in document order; marks that stand in code, math or addresses are none. */
export function emphasised(text: string): Emphasised[] {
  return [...nodesOf(parseMarkdown(text))].flatMap(({ node, ancestors }): Emphasised[] => {
    if (node.type !== "strong" && node.type !== "emphasis") return [];
    const first = node.children[0];
    const last = node.children.at(-1);
    if (first === undefined || last === undefined) return [];
    const { start, end } = spanOf(node);
    const open = { start, end: spanOf(first).start };
    const close = { start: spanOf(last).end, end };
    if (touchesAny(open, untouchable(text)) || touchesAny(close, untouchable(text))) return [];
    // Stars that stand for hidden digits are no emphasis.
    if (!/[\p{L}\p{N}]/u.test(text.slice(open.end, close.start))) return [];
    const nested = ancestors.some(isEmphasis) || node.children.some(holdsEmphasis);
    return [{ kind: node.type, start, end, open, close, nested }];
  });
}

function isEmphasis(node: Nodes): boolean {
  return node.type === "strong" || node.type === "emphasis";
}

function holdsEmphasis(node: Nodes): boolean {
  return isEmphasis(node) || ("children" in node && node.children.some(holdsEmphasis));
}

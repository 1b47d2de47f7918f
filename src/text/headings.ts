import { nodesOf, parseMarkdown, spanOf } from "./markdown.js";
import { untouchable } from "./protected-spans.js";
import { type Span, touchesAny } from "./span.js";

/** A heading with leading number signs. */
export interface Heading extends Span {
  /** 1 to 6. */
  readonly depth: number;
  /** The number signs and the white space after them. */
  readonly mark: Span;
  /** White space and number signs that close it; often empty. */
  readonly closing: Span;
}

/** Headings of the text; a comment of a script without a fence ("# set up") reads as one but touches code. */
export function headings(text: string): Heading[] {
  return [...nodesOf(parseMarkdown(text))].flatMap(({ node }): Heading[] => {
    if (node.type !== "heading" || node.children.length === 0) return [];
    const { start, end } = spanOf(node);
    if (text[start] !== "#" || touchesAny({ start: start - 1, end: end + 2 }, untouchable(text))) return [];
    const mark = { start, end: spanOf(node.children[0]!).start };
    const closing = { start: spanOf(node.children.at(-1)!).end, end };
    return [{ start, end, depth: node.depth, mark, closing }];
  });
}

import { nodesOf, parseMarkdown, spanOf } from "./markdown.js";
import type { Span } from "./span.js";

/** A list whose items all explain a term: "- **Flour**: 500 g". */
export interface TermList extends Span {
  readonly ordered: boolean;
  readonly first: number;
  readonly items: readonly { readonly term: string; readonly words: string }[];
}

const ITEM = /^(?<term>\*\*[^*|\n]{1,60}:?\*\*:?|[^*|:.\n`$]{1,40}:)(?: ?[–—-])? +(?<words>[^|\n]{1,200})$/u;

/** Top-level lists of three to ten such items, each one line and nothing more. */
export function termLists(text: string): TermList[] {
  return [...nodesOf(parseMarkdown(text))].flatMap(({ node, ancestors }): TermList[] => {
    if (
      node.type !== "list" ||
      ancestors.length !== 1 ||
      node.children.length < 3 ||
      node.children.length > 10
    )
      return [];
    // Indented, or steps that are taken one after the other: better left a list.
    const before = text.slice(Math.max(0, spanOf(node).start - 120), spanOf(node).start);
    if (
      /[^\n]$/u.test(before) ||
      (node.ordered === true && /\b(?:steps?|instructions|process|how to|follow)\b/iu.test(before))
    )
      return [];
    const items = node.children.map(({ children, checked }) => {
      const [only, more] = children;
      if (only?.type !== "paragraph" || more !== undefined || typeof checked === "boolean") return undefined;
      return ITEM.exec(text.slice(spanOf(only).start, spanOf(only).end).trim())?.groups;
    });
    const whole = items.flatMap((groups) =>
      groups === undefined
        ? []
        : [{ term: groups.term!.replace(/:?(\*\*)?:?$/u, "$1"), words: groups.words! }],
    );
    if (whole.length < items.length) return [];
    return [{ ...spanOf(node), ordered: node.ordered === true, first: node.start ?? 1, items: whole }];
  });
}

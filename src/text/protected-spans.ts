import type { Nodes } from "mdast";
import { unfencedCode } from "./code/unfenced.js";
import { codeLines } from "./code-lines.js";
import { dollarMath } from "./dollar-math.js";
import { leftAloneSpans } from "./left-alone.js";
import { nodesOf, parseMarkdown, spanOf } from "./markdown.js";
import { remember } from "./remember.js";
import { mask, mergeSpans, type Span } from "./span.js";
import { urlSpans } from "./urls.js";

export type ProtectedKind = "code" | "math" | "url" | "html" | "reasoning" | "tools";

export interface ProtectedSpan extends Span {
  readonly kind: ProtectedKind;
}

/** Everything a prose operator must not touch, sorted by start; spans of different kinds may overlap. */
export const protectedSpans = remember((text): readonly ProtectedSpan[] => {
  const parsed = [...nodesOf(parseMarkdown(text))].flatMap(({ node }) => ofNode(node));
  // Only code is blanked out: "#include <numeric> // sums" must stay whole to be known as code.
  const parsedCode = parsed.filter(({ kind }) => kind === "code");
  const stretches = unfencedCode(text);
  const known = mergeSpans([...parsedCode, ...stretches]);
  const fromTree = [...parsed, ...as("code", [...stretches, ...codeLines(mask(text, known, " "))])];
  const code = fromTree.filter(({ kind }) => kind === "code");
  const outsideCode = mask(text, code, " ");
  return [
    ...fromTree,
    ...as("math", dollarMath(outsideCode)),
    ...as("url", urlSpans(outsideCode)),
    ...as("reasoning", leftAloneSpans(text).reasoning),
    ...as("tools", leftAloneSpans(text).tools),
    ...as("html", comments(outsideCode)),
  ].sort((a, b) => a.start - b.start || a.end - b.end);
});

/** The same without kinds: sorted and disjoint, ready for `touchesAny` and `mask`. */
export const untouchable = remember((text): readonly Span[] => mergeSpans(protectedSpans(text)));

function ofNode(node: Nodes): ProtectedSpan[] {
  const span = spanOf(node);
  switch (node.type) {
    case "code":
    case "inlineCode":
      return [{ ...span, kind: "code" }];
    case "math":
    case "inlineMath":
      return [{ ...span, kind: "math" }];
    case "html":
      return [{ ...span, kind: "html" }];
    case "image":
    case "imageReference":
    case "definition":
    case "footnoteReference":
      return [{ ...span, kind: "url" }];
    case "link":
    case "linkReference": {
      // Of [text](address) the text is prose; all that follows its last child is not.
      const last = node.children.at(-1);
      const after = last === undefined ? span.start : spanOf(last).end;
      return [{ start: after < span.end ? after : span.start, end: span.end, kind: "url" }];
    }
    default:
      return [];
  }
}

function comments(text: string): Span[] {
  return matches(text, /<!--[\s\S]*?-->/gu);
}

function matches(text: string, pattern: RegExp): Span[] {
  return [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function as(kind: ProtectedKind, spans: readonly Span[]): ProtectedSpan[] {
  return spans.map((span) => ({ ...span, kind }));
}

import type { Preserved } from "../contract.js";
import { blocks } from "./blocks.js";
import { mayMarkCode } from "./code/marked.js";
import { unfencedCode } from "./code/unfenced.js";
import { codeLines } from "./code-lines.js";
import { nodesOf, parsePiecesOf, spanOf } from "./markdown.js";
import { namedSpans } from "./named-spans.js";
import { protectedSpans, untouchable } from "./protected-spans.js";
import { mask, mergeSpans, type Span, touchesAny } from "./span.js";
import { urlSpans } from "./urls.js";

/**
 * What an operator that preserves `kind` must leave: the contents in order of appearance. Code is
 * compared by content (without fence and list indentation) and math up to white space, so that a list may
 * be taken apart around them.
 */
export function preservedContents(text: string, kind: Preserved): string[] {
  switch (kind) {
    case "code":
      return codeContents(text);
    case "math":
      return slices(text, "math");
    case "urls":
      return urlSpans(withoutCode(text)).map(({ start, end }) => text.slice(start, end));
    case "numbers":
      return digits(text);
    case "names":
      // Word by word: where a name ends depends on the markup around it.
      return namedSpans(text).flatMap((name) => name.text.match(/\p{Lu}[\p{L}'’-]*/gu) ?? []);
  }
}

function codeContents(text: string): string[] {
  const parsed = [...nodesOf(parsePiecesOf(text, mayMarkCode))].flatMap(({ node }) =>
    node.type === "code" || node.type === "inlineCode" ? [{ ...spanOf(node), content: node.value }] : [],
  );
  const stretches = unfencedCode(text);
  const inline = parsed.filter((span) => !touchesAny(span, stretches));
  const lines = codeLines(mask(text, mergeSpans([...parsed, ...stretches]), " ")).map(({ start, end }) => ({
    start,
    content: text.slice(start, end),
  }));
  return [...inline, ...stretches.flatMap((span) => linesOf(text, span)), ...lines]
    .sort((a, b) => a.start - b.start)
    .map(({ content }) => content);
}

/** Line by line and without the white space around each, so that the stretch may be moved or indented. */
function linesOf(text: string, { start, end }: Span): { readonly start: number; readonly content: string }[] {
  return [...text.slice(start, end).matchAll(/\S.*/gu)].map((match) => ({
    start: start + match.index,
    content: match[0].trimEnd(),
  }));
}

/** Runs of digits in the prose, but for those that number a line: their kind would depend on the markup around them. */
function digits(text: string): string[] {
  const masked = mask(text, untouchable(text), " ");
  return blocks(text).flatMap(({ start, end }) => {
    const prose = masked.slice(start, end).replace(/^([\s>*_]*)\d{1,3}[.)](?=[\s*_])/gmu, "$1");
    return prose.match(/\d+(?:[.,:/]\d+)*/gu) ?? [];
  });
}

function slices(text: string, kind: "math"): string[] {
  return protectedSpans(text)
    .filter((span) => span.kind === kind)
    .map(({ start, end }) => text.slice(start, end).replace(/\s+/gu, " "));
}

function withoutCode(text: string): string {
  return mask(
    text,
    protectedSpans(text).filter(({ kind }) => kind === "code"),
    " ",
  );
}

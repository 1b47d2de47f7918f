import type { Preserved } from "../contract.js";
import { blocks } from "./blocks.js";
import { codeLines } from "./code-lines.js";
import { nodesOf, parseMarkdown, spanOf } from "./markdown.js";
import { protectedSpans, untouchable } from "./protected-spans.js";
import { mask } from "./span.js";
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
      // Capitalised words that do not begin a sentence.
      return [...withoutCode(text).matchAll(/(?<=[\p{Ll}\p{N},;]\s+)\p{Lu}[\p{L}'’-]+/gu)].map(
        ([name]) => name,
      );
  }
}

function codeContents(text: string): string[] {
  const parsed = [...nodesOf(parseMarkdown(text))].flatMap(({ node }) =>
    node.type === "code" || node.type === "inlineCode" ? [{ ...spanOf(node), content: node.value }] : [],
  );
  const lines = codeLines(mask(text, parsed, " ")).map(({ start, end }) => ({
    start,
    content: text.slice(start, end),
  }));
  return [...parsed, ...lines].sort((a, b) => a.start - b.start).map(({ content }) => content);
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

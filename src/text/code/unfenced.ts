import type { Code } from "mdast";
import { nodesOf, parsePiecesOf, spanOf } from "../markdown.js";
import { remember } from "../remember.js";
import { mask, type Span } from "../span.js";
import { mayFenceCode } from "./marked.js";
import { codeStretches } from "./stretches.js";

export interface Fence {
  readonly node: Code;
  /** Inside a quote, whose marks stand before every line. */
  readonly quoted: boolean;
}

/** Code between fences; indented code is none, since in an answer it is mostly part of code that has no fence. */
export const fencedCode = remember((text): readonly Fence[] =>
  [...nodesOf(parsePiecesOf(text, mayFenceCode))].flatMap(({ node, ancestors }) =>
    node.type === "code" && /^\s*(?:`{3}|~{3})/u.test(text.slice(spanOf(node).start, spanOf(node).start + 8))
      ? [{ node, quoted: ancestors.some(({ type }) => type === "blockquote") }]
      : [],
  ),
);

/** Stretches of code that stand without a fence, as whole lines, outside of reasoning. No parser is asked: this is for every text. */
export const unfencedCode = remember((text): readonly Span[] => {
  // Most texts hold no line that could begin code.
  if (!/[;{}()=]|^[^\S\n]*(?:import|from|use|package)\b/mu.test(text)) return [];
  const fences = fencedCode(text).map(({ node }) => spanOf(node));
  return codeStretches(withoutReasoning(mask(text, fences, " ")));
});

function withoutReasoning(text: string): string {
  if (!text.includes("<think>")) return text;
  return text.replace(/<think>[\s\S]*?(?:<\/think>|$(?![\s\S]))/gu, (block) => block.replace(/[^\n]/gu, " "));
}

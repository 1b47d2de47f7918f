import type { SyntaxNode } from "@lezer/common";
import type { Edit } from "../edits.js";
import { mergeSpans, type Span } from "../span.js";
import { BODIES, COMMENTS, childrenOf } from "./nodes.js";
import type { CodeView } from "./views.js";

/** Tools or readers of the documentation depend on them, they show a result, or stand for code that is left out. */
const NEEDED =
  /^(?:#!|\/\*[*!]|\/\/[/!]|.{0,4}(?:type:|noqa|pylint|mypy|fmt:|-\*-|eslint|prettier|@ts-|go:|\+build|nolint|NOLINT|SAFETY|pragma|TODO|FIXME))|\.\.\.|…|your code|rest of|(?:^\/\*|^#|^\/\/)\s*(?:(?:outputs?|prints?|returns?|results?|expected)\s*(?:[:=(["'\d]|->|should\b)|should\b|e\.g\.|=>|->|➞|(?:true|false|none|null)\b|[\d[{("'<>-])/iu;

/** Comments that only explain, and whose loss leaves nothing empty. */
function explanations(view: CodeView): readonly SyntaxNode[] {
  return view.nodes.filter(
    (node) =>
      COMMENTS.has(node.name) &&
      !NEEDED.test(view.code.slice(node.from, node.to)) &&
      !standsForCode(view, node) &&
      !documentsGo(view, node),
  );
}

/** Nothing but comments is in the block: they say why it is empty. */
function standsForCode({ code }: CodeView, { parent }: SyntaxNode): boolean {
  if (parent === null || !BODIES.has(parent.name)) return false;
  if (childrenOf(parent).some(({ name }) => !/^[:{}]$/u.test(name) && !COMMENTS.has(name))) return false;
  return code.slice(parent.from, parent.to).trim() !== "";
}

/** Go's documentation is in ordinary comments right above a declaration. */
function documentsGo({ code, language }: CodeView, { to, parent }: SyntaxNode): boolean {
  return (
    language === "go" &&
    parent?.name === "SourceFile" &&
    /^\n(?:\/\/.*\n)*(?:func|type|package)\b/u.test(code.slice(to))
  );
}

/** Takes the comments that only explain out. */
export function withoutExplanations(view: CodeView): readonly Edit[] {
  // Two comments on one line would take it away twice.
  return mergeSpans(explanations(view).map((node) => withoutComment(view, node))).map((span) => ({
    ...span,
    text: "",
  }));
}

/** Takes a comment out: with its lines where it fills them, with the space before it where it ends a line. */
function withoutComment({ code }: CodeView, { from, to }: SyntaxNode): Span {
  const lineStart = code.lastIndexOf("\n", from - 1) + 1;
  const found = code.indexOf("\n", to);
  const lineEnd = found < 0 ? code.length : found;
  const fillsLines = code.slice(lineStart, from).trim() === "" && code.slice(to, lineEnd).trim() === "";
  if (!fillsLines) {
    const gap = /[ \t]*$/u.exec(code.slice(lineStart, from))![0].length;
    return { start: code.slice(to, lineEnd).trim() === "" ? from - gap : from, end: to };
  }
  // At the end of the code there is no line break after it, only before.
  return found < 0
    ? { start: Math.max(0, lineStart - 1), end: code.length }
    : { start: lineStart, end: found + 1 };
}

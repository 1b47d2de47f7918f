import type { Blockquote, List, Nodes } from "mdast";
import { spanOf } from "./markdown.js";
import type { Span } from "./span.js";

/** The indentation of every line of a list; of code inside it only as much as the list put before it. */
export function indentRemovals(text: string, list: List): Span[] {
  const codes = codeInside(list);
  return lineStarts(text, spanOf(list)).map((start) => {
    const indent = /^[ \t]*/u.exec(text.slice(start, start + 400))?.[0].length ?? 0;
    const code = codes.find((one) => start > one.start && start < one.end);
    return { start, end: start + (code === undefined ? indent : Math.min(indent, code.indent)) };
  });
}

/** The > marks of every line of a quote, those of quotes inside it too. */
export function quoteRemovals(text: string, quote: Blockquote): Span[] {
  const { start } = spanOf(quote);
  return [start, ...lineStarts(text, spanOf(quote)).slice(1)].map((line) => ({
    start: line,
    end: line + (/^[ \t]*(?:>[ \t]?)*/u.exec(text.slice(line, line + 400))?.[0].length ?? 0),
  }));
}

interface IndentedCode extends Span {
  readonly indent: number;
}

function codeInside(node: Nodes): IndentedCode[] {
  if (node.type === "code") return [{ ...spanOf(node), indent: (node.position?.start.column ?? 1) - 1 }];
  return "children" in node ? node.children.flatMap(codeInside) : [];
}

/** Offsets of the lines that begin inside the span, and of the one it begins in. */
function lineStarts(text: string, { start, end }: Span): number[] {
  const starts = [text.lastIndexOf("\n", start - 1) + 1];
  for (let at = text.indexOf("\n", start); at >= 0 && at < end; at = text.indexOf("\n", at + 1))
    starts.push(at + 1);
  return starts;
}

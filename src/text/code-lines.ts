import type { Span } from "./span.js";

/**
 * Lines of program text that stand without a fence, as in much public data. By surface: a keyword of
 * the common languages with its punctuation, an assignment of a call, string or bracket, a bare call, a
 * markup tag, a line that ends in a brace or semicolon. Errs to code: prose operators then leave a line alone.
 */
const CODE_LINE = new RegExp(
  [
    String.raw`(?:def|class)\s\w+.*:`,
    String.raw`(?:for\s.+\sin\s.+|while\s.+|if\s.*(?:[=<>!]=|[<>]|\(|\sin\s|\snot\s).*|elif\s.+|else|try|except.*|finally|with\s\w+\(.*):`,
    String.raw`(?:import\s[\w.]+(?:\sas\s\w+)?|from\s[\w.]+\simport\s.+|#include\s?[<"].+)`,
    String.raw`return\b.*[()[\]_=+*%].*`,
    String.raw`(?:const|let|var|int|float|double|String|public|private|static|void|function)\s.*[({=;].*`,
    String.raw`[\w.[\]]+(?:,\s?[\w.]+)*\s?[-+*/]?=\s?[\w.]*[([{"'].*`,
    String.raw`[a-z_][\w.]{2,}\s?[-+*/]?=\s?[\w.]+;?`,
    String.raw`[\w.]+\(.*\);?`,
    "</?[A-Za-z][^>]*>(?:.*>)?",
    String.raw`(?:SELECT|INSERT|UPDATE|DELETE|CREATE|FROM|WHERE|JOIN)\s[^a-z]*(?:\s.*)?;?`,
    String.raw`[^\s].*[;{}]`,
    String.raw`[{}[\]()]+[,;]?`,
  ]
    .map((shape) => `(?:${shape})`)
    .join("|"),
  "u",
);

const WHOLE_LINE = new RegExp(`^(?:${CODE_LINE.source})$`, "u");

/** Is a trimmed line program text by its surface? */
export function isCodeLine(line: string): boolean {
  return line.length < 300 && WHOLE_LINE.test(line);
}

/** A line's first character after indentation and one list marker, to the line's end. (No look-behind: this runs over every text.) */
const CONTENT = /^[ \t]*(?:(?:[-*+]|\d{1,3}[.)])[ \t]+)?(?![-*+\s]\s|\d{1,3}[.)]\s)(\S.*)/gmu;

/** Trimmed spans of such lines, list markers left out; `masked` has fenced and inline code blanked out. */
export function codeLines(masked: string): Span[] {
  return [...masked.matchAll(CONTENT)].flatMap((match) => {
    const line = match[1]!.trimEnd();
    const start = match.index + match[0].length - match[1]!.length;
    const isCode = line.length < 300 && WHOLE_LINE.test(line);
    return isCode ? [{ start, end: start + line.length }] : [];
  });
}

import { isCodeLine } from "../code-lines.js";
import type { Span } from "../span.js";
import {
  bracketBalance,
  hasCodePunctuation,
  isComment,
  isMarkup,
  isProse,
  startsCode,
  withoutLastComment,
} from "./line-shapes.js";

interface Line extends Span {
  /** Without white space around it. */
  readonly text: string;
  readonly indent: number;
}

/** Lines of a doc string or block comment after which it is taken for one that never closes. */
const LONGEST_DOCSTRING = 60;

/**
 * Stretches of program text that stand without a fence, as whole lines from the first to the last one,
 * by surface and by brackets; blank lines, comments and doc strings inside belong to them. At least two
 * lines of code each. `masked` has fenced code blanked out with spaces. Linear in the text.
 */
export function codeStretches(masked: string): Span[] {
  const lines = linesOf(masked);
  const found: Span[] = [];
  for (let at = 0; at < lines.length; at++) {
    if (!mayBegin(lines[at]!)) continue;
    const last = endOf(lines, at);
    const first = withCommentsAbove(lines, at);
    const code = lines.slice(at, last + 1).filter(({ text }) => text !== "" && !isComment(text)).length;
    if (code >= 2) found.push({ start: lines[first]!.start, end: lines[last]!.end });
    at = last;
  }
  return found;
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  for (let start = 0; start <= text.length; ) {
    const found = text.indexOf("\n", start);
    const end = found < 0 ? text.length : found;
    const raw = text.slice(start, end);
    const trimmed = raw.trim();
    lines.push({ start, end, text: trimmed, indent: raw.length - raw.trimStart().length });
    start = end + 1;
  }
  return lines;
}

function mayBegin({ text }: Line): boolean {
  // A backslash before a word is LaTeX, whose commands look like calls.
  return (
    text !== "" &&
    !/^\\|\\[a-z]+\{/iu.test(text) &&
    !isMarkup(text) &&
    !isComment(text) &&
    looksLikeCode(text)
  );
}

function looksLikeCode(text: string): boolean {
  return text.length < 300 && (startsCode(text) || isCodeLine(withoutLastComment(text)));
}

/** The last line of the stretch that begins at `first`. */
function endOf(lines: readonly Line[], first: number): number {
  let last = first;
  let open = 0;
  let quote = "";
  let quotedFrom = 0;
  for (let at = first; at < lines.length; at++) {
    const line = lines[at]!;
    if (quote !== "") {
      if (at - quotedFrom > LONGEST_DOCSTRING) return last;
      if (line.text.includes(quote)) {
        quote = "";
        last = at;
      }
      continue;
    }
    if (line.text === "" || (open <= 0 && isComment(line.text))) continue;
    const gap = at > last + 1;
    if (at > first && !goesOn(line, lines[first]!, { open, gap, opener: lines[last]!.text })) return last;
    const opened = opensQuote(line.text);
    if (opened !== undefined) {
      quote = opened;
      quotedFrom = at;
      continue;
    }
    open = Math.max(0, open + bracketBalance(line.text));
    last = at;
  }
  return last;
}

interface State {
  /** Brackets still open. */
  readonly open: number;
  /** Do blank lines or comments lie between? */
  readonly gap: boolean;
  /** The last line of code before. */
  readonly opener: string;
}

function goesOn(line: Line, first: Line, { open, gap, opener }: State): boolean {
  const { text } = line;
  if (open > 0) return isComment(text) || !isProse(text);
  if (isProse(text)) return false;
  if (looksLikeCode(text)) return true;
  if (isMarkup(text)) return false;
  const inside = line.indent > first.indent || /:$/u.test(opener);
  return inside ? hasCodePunctuation(text) || !gap : !gap && hasCodePunctuation(text);
}

/** The mark of a doc string or block comment that opens on this line and does not close on it. */
function opensQuote(text: string): string | undefined {
  for (const mark of ['"""', "'''"]) {
    if ((text.split(mark).length - 1) % 2 === 1) return mark;
  }
  return /^\/\*(?!.*\*\/)/u.test(text) ? "*/" : undefined;
}

/** Comments right above the code, without a blank line between; of a block comment all or nothing. */
function withCommentsAbove(lines: readonly Line[], at: number): number {
  let first = at;
  while (first > 0 && isComment(lines[first - 1]!.text)) {
    const above = lines[first - 1]!.text;
    if (!above.endsWith("*/") || above.startsWith("/*")) first--;
    else {
      const opener = lines
        .slice(Math.max(0, first - LONGEST_DOCSTRING), first)
        .findLastIndex(({ text }) => text.startsWith("/*"));
      if (opener < 0) break;
      first = Math.max(0, first - LONGEST_DOCSTRING) + opener;
    }
  }
  return first;
}

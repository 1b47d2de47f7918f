import { untouchable } from "../../text/protected-spans.js";
import { type Span, touchesAny } from "../../text/span.js";

const WORD = /[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu;
const LIST_NUMBER = /^\s*\d+[.)]\s/;

/** Words that may be changed: not of code, math, addresses, headings or tables, and not the number of a list item. */
export function freeWords(text: string): readonly Span[] {
  return [...text.matchAll(WORD)]
    .map(({ index, 0: word }) => ({ start: index, end: index + word.length }))
    .filter((span) => !touchesAny(span, untouchable(text)) && isProse(text, span));
}

function isProse(text: string, { start, end }: Span): boolean {
  const from = text.lastIndexOf("\n", start - 1) + 1;
  const to = text.indexOf("\n", start);
  const line = text.slice(from, to < 0 ? text.length : to);
  if (/^\s{0,3}(#|\|)/.test(line)) return false;
  const number = LIST_NUMBER.exec(line);
  return number === null || end - from > number[0].length;
}

export function countWords(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}

import { untouchable } from "../../text/protected-spans.js";
import { type Span, touchesAny } from "../../text/span.js";

const WORD = /[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu;
const LIST_NUMBER = /^\s*\d+[.)]\s/;

/** Words that may be changed: not of code, math, addresses, headings or tables, and not the number of a list item. */
export function freeWords(text: string): readonly Span[] {
  const kept = untouchable(text);
  return proseLines(text).flatMap(({ start, line }) =>
    [...line.matchAll(WORD)]
      .map(({ index, 0: word }) => ({ start: start + index, end: start + index + word.length }))
      .filter((span) => !touchesAny(span, kept)),
  );
}

/** Lines without headings and rows of tables, each from behind the number of its list item. */
function proseLines(text: string): readonly { readonly start: number; readonly line: string }[] {
  let next = 0;
  return text.split("\n").flatMap((line) => {
    const start = next;
    next += line.length + 1;
    if (/^\s{0,3}(#|\|)/.test(line)) return [];
    const number = LIST_NUMBER.exec(line)?.[0].length ?? 0;
    return [{ start: start + number, line: line.slice(number) }];
  });
}

export function countWords(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}

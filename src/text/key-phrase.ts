import { isContentWord } from "./content-words.js";
import { untouchable } from "./protected-spans.js";
import { type Span, touchesAny } from "./span.js";

/** The longest run of up to three content words in a sentence (no numbers, code or addresses): what a writer of lists would set bold. */
export function keyPhrase(
  sentence: string,
  taboo: readonly Span[] = untouchable(sentence),
): Span | undefined {
  const words = [...sentence.matchAll(/[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    content:
      isContentWord(match[0]) &&
      !/['’](?:d|ll|re|ve|m|t)$/u.test(match[0]) &&
      !touchesNumber(sentence, match.index, match.index + match[0].length),
  }));
  let best: Span | undefined;
  for (const [first, { start }] of words.entries()) {
    for (const last of words.slice(first, first + 3)) {
      if (!last.content || /[^\p{L}\p{M}'’\- ]/u.test(sentence.slice(start, last.end))) break;
      const span = { start, end: last.end };
      if (touchesAny(span, taboo)) break;
      if (best === undefined || span.end - span.start > best.end - best.start) best = span;
    }
  }
  return best;
}

function touchesNumber(sentence: string, start: number, end: number): boolean {
  return /[\d_-]$/u.test(sentence.slice(0, start)) || /^[\d_-]/u.test(sentence.slice(end));
}

import { untouchable } from "./protected-spans.js";
import { remember } from "./remember.js";
import { type Sentence, sentences } from "./sentences.js";
import { mask, type Span } from "./span.js";

/** A word of running prose; hyphens part words, apostrophes do not. */
export interface ProseWord extends Span {
  readonly text: string;
  readonly lower: string;
  readonly sentence: Sentence;
  /** Nothing but marks stands before it in its sentence. */
  readonly initial: boolean;
}

const WORD = /\p{L}[\p{L}\p{M}\p{N}]*(?:['’]\p{L}+)*/gu;

/** Words of paragraphs, items and quotes (not of headings and tables) in order; code, math and addresses hold none. */
export const proseWords = remember((text): readonly ProseWord[] => {
  const masked = mask(text, untouchable(text), "\u0000");
  return sentences(text).flatMap((sentence) => {
    if (sentence.block.kind === "heading" || sentence.block.kind === "cell") return [];
    const prose = masked.slice(sentence.start, sentence.end);
    let initial = true;
    return [...prose.matchAll(WORD)].flatMap((match): ProseWord[] => {
      const start = sentence.start + match.index;
      const first = initial;
      initial = false;
      // A piece of an identifier: x_max, a/b, caf\u00e9.txt.
      const around = masked.charAt(start - 1) + masked.charAt(start + match[0].length);
      if (/[_\\@#\u0000]/u.test(around)) return [];
      const lower = match[0].toLowerCase().replaceAll("’", "'");
      return [{ start, end: start + match[0].length, text: match[0], lower, sentence, initial: first }];
    });
  });
});

/** May the two words belong to one phrase: white space, a line break or a hyphen between them, in one sentence? */
export function adjoins(text: string, before: ProseWord | undefined, after: ProseWord | undefined): boolean {
  if (before === undefined || after === undefined || before.sentence !== after.sentence) return false;
  return /^(?:-|[ \u00A0]{1,3}|[ \t]*\r?\n[ \t]*)$/u.test(text.slice(before.end, after.start));
}

/** The sentence around a span, but no more than 300 characters before and after it: sentences of hostile texts have no end. */
export function sentenceAround(text: string, { start, end }: Span, { sentence }: ProseWord): string {
  return text.slice(Math.max(sentence.start, start - 300), Math.min(sentence.end, end + 300));
}

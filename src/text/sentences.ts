import { type Block, blocks } from "./blocks.js";
import { wordSet } from "./lexicon.js";
import { untouchable } from "./protected-spans.js";
import { remember } from "./remember.js";
import { mask, type Span } from "./span.js";

export interface Sentence extends Span {
  readonly text: string;
  readonly block: Block;
  /** Ends in . ! ? or … (closing quotes, brackets and emphasis marks allowed after it). */
  readonly terminated: boolean;
}

const SEGMENTER = new Intl.Segmenter("en", { granularity: "sentence" });
const TERMINATED = /[.!?…。！？]["'”’)\]*_]*$/u;

/** All sentences, block by block: none crosses a block, and code, math and addresses never end one. */
export const sentences = remember((text): readonly Sentence[] => {
  const masked = mask(text, untouchable(text), "x");
  return blocks(text).flatMap((block) =>
    pieces(masked.slice(block.start, block.end)).flatMap(({ start, end }) => {
      const span = trim(text, block.start + start, block.start + end);
      if (span.end <= span.start) return [];
      const slice = text.slice(span.start, span.end);
      return [{ ...span, text: slice, block, terminated: TERMINATED.test(slice) }];
    }),
  );
});

/** Many, since a changed text has most of its blocks from another. */
const pieces = remember(segment, 2000);

function segment(block: string): readonly Span[] {
  const flat = flatten(block);
  const spans: Span[] = [];
  let start = 0;
  for (const { segment: piece, index } of SEGMENTER.segment(flat)) {
    const end = index + piece.length;
    if (
      end < flat.length &&
      continues(flat.slice(Math.max(start, end - 40), end), flat.slice(end, end + 20), start > end - 40)
    )
      continue;
    // "[01]?\\d" and "Wow!it": without white space after it a mark of Latin script ends nothing.
    if (/[!-~]$/u.test(piece) && /^\S/u.test(flat.slice(end, end + 1))) continue;
    spans.push({ start, end });
    start = end;
  }
  if (start < flat.length) spans.push({ start, end: flat.length });
  return spans;
}

/**
 * Same length, but easier on the segmenter: emphasis marks read as quotes (so that "**No.** Yes" is two
 * sentences), and a line break that only wraps a paragraph reads as a space, for Unicode's rule SB4
 * ends a sentence at every line break. A break is kept after a terminator or colon, and where a short
 * line is followed by one that starts anew (verse, addresses, unmarked lists).
 */
function flatten(block: string): string {
  const quoted = block.replace(/\*|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '"');
  return quoted.replace(/(?<![ \t])[ \t]*(\r\n|\r|\n)[> \t]*/gu, (gap, _break, offset: number) => {
    const before = quoted.slice(quoted.lastIndexOf("\n", offset - 1) + 1, offset);
    const after = quoted.slice(offset + gap.length, offset + gap.length + 1);
    const anew = after !== "" && !/\p{Ll}/u.test(after);
    const stays = /[.!?…:;"”)]$/u.test(before) || (anew && [...before].length < 60);
    return stays ? gap : " ".repeat(gap.length);
  });
}

/**
 * The segmenter ends sentences after "Dr.", "J." and "1."; these go on. `next` is what follows; `whole`: the piece
 * began at its sentence's start.
 */
function continues(tail: string, next: string, whole: boolean): boolean {
  if (/\n\s*$/u.test(tail)) return false;
  // "Stop!" he said.
  if (/[!?…]["”’)]+\s+$/u.test(tail) && /^\p{Ll}/u.test(next)) return true;
  const word = /(?:^|[\s("“[])([\p{L}.]*\p{L})\.["*]*\s*$/u.exec(tail)?.[1];
  if (word !== undefined) {
    // Initials, U.S. and the A. of a choice: a word that opens sentences tells that one ends here ("in the U.S. They…", "plan B. It…").
    if (/^(?:\p{Lu}\.)*\p{Lu}$/u.test(word))
      return word !== "I" && (!OPENERS.test(next) || (whole && /^[^\p{L}]*\p{Lu}\.\s*$/u.test(tail)));
    if (/^(?:p|pp|no|nos|art|ex|para)$/iu.test(word) && /^\d/u.test(next)) return true;
    if (abbreviations().has(word.toLowerCase())) return true;
  }
  // An enumeration inside a paragraph: "as follows: 1. Wash. 2. Dry."
  const enumerator = /(^|[:;,.]\s)\(?\d{1,2}[.)]\s*$/u.exec(tail);
  return enumerator !== null && (enumerator[1] !== "" || whole);
}

const OPENERS =
  /^["“(]?(?:The|It|He|She|They|We|You|I|This|That|These|Those|There|In|On|At|If|When|While|However|But|And|So|As|For|Its|His|Her|Their|Our|Your|My|After|Before|Then|Also|What|How|Why|Is|Are|Do|Does|Did|Not|No|Yes|A|An)[\s,’']/u;

let known: ReadonlySet<string> | undefined;
function abbreviations(): ReadonlySet<string> {
  known ??= wordSet("abbreviations", "never-final");
  return known;
}

function trim(text: string, start: number, end: number): Span {
  let from = start;
  let to = end;
  while (from < to && /[\s>]/u.test(text.charAt(from))) from++;
  while (to > from && /\s/u.test(text.charAt(to - 1))) to--;
  return { start: from, end: to };
}

import { adjoins, type ProseWord, proseWords } from "./prose-words.js";
import type { Span } from "./span.js";

/** A phrase of a table found in a text. */
export interface PhraseMatch extends Span {
  readonly text: string;
  /** The phrase as the table has it, in lower case. */
  readonly phrase: string;
  /** Index of its first and after its last word in `proseWords(text)`. */
  readonly from: number;
  readonly to: number;
}

export type PhraseFinder = (text: string) => PhraseMatch[];

/**
 * Finds phrases (one word or more, case ignored) in running prose: the longest at each place, none
 * overlapping another, in order. Linear in the words of the text times the longest phrase.
 */
export function phraseFinder(phrases: Iterable<string>): PhraseFinder {
  const known = new Set<string>();
  const longest = new Map<string, number>();
  for (const phrase of phrases) {
    const words = phrase.toLowerCase().split(/[ -]/u);
    known.add(words.join(" "));
    longest.set(words[0]!, Math.max(longest.get(words[0]!) ?? 0, words.length));
  }
  return (text) => {
    const words = proseWords(text);
    const found: PhraseMatch[] = [];
    for (let at = 0; at < words.length; at++) {
      const most = longest.get(stemOf(words[at]!.lower));
      if (most === undefined) continue;
      const match = longestAt(text, words, at, most, known);
      if (match === undefined) continue;
      found.push(match);
      at = match.to - 1;
    }
    return found;
  };
}

function longestAt(
  text: string,
  words: readonly ProseWord[],
  from: number,
  most: number,
  known: ReadonlySet<string>,
): PhraseMatch | undefined {
  let before = "";
  let best: { phrase: string; to: number; possessive: boolean } | undefined;
  for (let at = from; at < from + most && (at === from || adjoins(text, words[at - 1], words[at])); at++) {
    const { lower } = words[at]!;
    const phrase = [before + lower, before + stemOf(lower)].find((one) => known.has(one));
    if (phrase !== undefined) best = { phrase, to: at + 1, possessive: phrase !== before + lower };
    before += `${lower} `;
  }
  if (best === undefined) return undefined;
  const start = words[from]!.start;
  // "Germany's": the phrase without its ending.
  const end = words[best.to - 1]!.end - (best.possessive ? 2 : 0);
  return { start, end, text: text.slice(start, end), phrase: best.phrase, from, to: best.to };
}

function stemOf(lower: string): string {
  return lower.endsWith("'s") ? lower.slice(0, -2) : lower;
}

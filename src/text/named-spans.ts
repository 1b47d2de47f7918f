import { entityLexicon, PERSONS } from "./entity-lexicon.js";
import { wordSet } from "./lexicon.js";
import { phraseFinder } from "./phrases.js";
import { adjoins, type ProseWord, proseWords } from "./prose-words.js";
import { remember } from "./remember.js";
import type { Span } from "./span.js";

export type NameType = "person" | "place" | "organisation";

/** A name in running prose: one word or several that belong together. */
export interface NamedSpan extends Span {
  readonly text: string;
  /** Where a lexicon or a word beside it tells. */
  readonly type: NameType | undefined;
}

/**
 * Names of the prose in order (not of headings, tables, code, math and addresses). A capital at the start of a
 * sentence, or in a line where most words have one, tells nothing: such a word is a name only if the text has it with
 * a capital elsewhere and never without, or if a lexicon knows it.
 */
export const namedSpans = remember((text): readonly NamedSpan[] => {
  const words = proseWords(text);
  const names = nameWords(text);
  const spans: NamedSpan[] = [];
  for (let at = 0; at < words.length; at++) {
    if (!names.has(words[at]!.start)) continue;
    const from = at;
    while (continues(text, words, names, at)) at += names.has(words[at + 1]!.start) ? 1 : 2;
    const last = words[at]!;
    const span = { start: words[from]!.start, end: last.end - (/['’]s$/u.test(last.text) ? 2 : 0) };
    spans.push({
      ...span,
      text: text.slice(span.start, span.end),
      type: typeOf(text, words.slice(from, at + 1), words[from - 1]),
    });
  }
  return spans;
});

/** Is the word a name, or part of one? */
export function isName(text: string, { start }: ProseWord): boolean {
  return nameWords(text).has(start);
}

const known = remember((text): ReadonlySet<number> => {
  const words = proseWords(text);
  const titled = titledSentences(words);
  const never = wordSet("names", "never-names");
  const surely = new Set<string>();
  const plain = new Set<string>();
  const isCapital = ({ text: word }: ProseWord) => /^\p{Lu}/u.test(word) && !never.has(word);
  for (const word of words) {
    if (!isCapital(word)) plain.add(bare(word));
    else if (!word.initial && !titled.has(word.sentence) && !opens(text, word)) surely.add(bare(word));
  }
  const listed = new Set(lexiconNames(text));
  return new Set(
    words
      .filter((word) => {
        if (!isCapital(word)) return false;
        const tells = !word.initial && !titled.has(word.sentence) && !opens(text, word);
        return tells || (surely.has(bare(word)) && !plain.has(bare(word))) || listed.has(word.start);
      })
      .map(({ start }) => start),
  );
});

function nameWords(text: string): ReadonlySet<number> {
  return known(text);
}

function bare({ lower }: ProseWord): string {
  return lower.replace(/'s$/u, "");
}

/** Sentences in which more than half of the longer words have a capital: titles and labels. */
function titledSentences(words: readonly ProseWord[]): ReadonlySet<unknown> {
  const counts = new Map<unknown, { long: number; capital: number }>();
  for (const { sentence, text, initial } of words) {
    const count = counts.get(sentence) ?? { long: 0, capital: 0 };
    counts.set(sentence, count);
    if (text.length < 4 || initial) continue;
    count.long++;
    if (/^\p{Lu}/u.test(text)) count.capital++;
  }
  return new Set(
    [...counts].filter(([, { long, capital }]) => capital * 2 > long).map(([sentence]) => sentence),
  );
}

/** After a colon, bracket, quote, dash, emphasis or line break a capital tells no more than at the start. */
function opens(text: string, { start }: ProseWord): boolean {
  return /[:([{"“‘'*_–—|/•>\n]\s*$|[.!?]\s+$/u.test(text.slice(Math.max(0, start - 4), start));
}

/** Starts of the words of names that the lexicon `entities` knows. */
function lexiconNames(text: string): number[] {
  const words = proseWords(text);
  return entityFinder()(text)
    .filter(({ start }) => /^\p{Lu}/u.test(text.charAt(start)))
    .flatMap(({ from, to }) => words.slice(from, to).map(({ start }) => start));
}

let finder: ReturnType<typeof phraseFinder> | undefined;
const types = new Map<string, NameType>();

function entityFinder(): ReturnType<typeof phraseFinder> {
  if (finder !== undefined) return finder;
  for (const [phrase, senses] of entityLexicon().byPhrase)
    for (const { member } of senses) {
      const type = TYPES[member.kind] ?? (PERSONS.has(member.kind) ? "person" : undefined);
      if (type !== undefined && senses.length === 1 && !types.has(phrase)) types.set(phrase, type);
    }
  finder = phraseFinder(
    [...types.keys()].filter((phrase) => types.get(phrase) !== "person" || phrase.includes(" ")),
  );
  return finder;
}

const TYPES: Readonly<Record<string, NameType>> = {
  country: "place",
  "country-with-article": "place",
  city: "place",
  state: "place",
  region: "place",
  planet: "place",
  company: "organisation",
  university: "organisation",
  organisation: "organisation",
};

function continues(
  text: string,
  words: readonly ProseWord[],
  names: ReadonlySet<number>,
  at: number,
): boolean {
  const [word, next, further] = [words[at]!, words[at + 1], words[at + 2]];
  if (/['’]s$/u.test(word.text) || next === undefined || !joined(text, word, next)) return false;
  if (names.has(next.start)) return true;
  // University of Oxford, Vincent van Gogh
  return (
    /^(?:of|de|la|da|di|van|von|der|del|bin|al)$/u.test(next.lower) &&
    further !== undefined &&
    names.has(further.start) &&
    joined(text, next, further)
  );
}

/** One space, or an initial's point and a space. */
function joined(text: string, before: ProseWord, after: ProseWord): boolean {
  return (
    adjoins(text, before, after) ||
    (before.sentence === after.sentence &&
      before.text.length <= 3 &&
      text.slice(before.end, after.start) === ". ")
  );
}

function typeOf(
  text: string,
  words: readonly ProseWord[],
  before: ProseWord | undefined,
): NameType | undefined {
  const [first, last] = [words[0]!, words.at(-1)!];
  const plain = (word: ProseWord) => word.text.replace(/['’]s$/u, "");
  const listed = (list: string, word: ProseWord) => wordSetOf(list).has(plain(word));
  entityFinder();
  const whole = types.get(
    words
      .map(({ lower }) => lower)
      .join(" ")
      .replace(/'s$/u, ""),
  );
  if (whole !== undefined) return whole;
  const titled = before !== undefined && joined(text, before, first) && listed("titles", before);
  if (words.some((word) => listed("organisations", word))) return "organisation";
  if (listed("titles", first) || titled || listed("first-names", first)) return "person";
  if (listed("places", last) || (listed("places", first) && words.length > 1)) return "place";
  return undefined;
}

const sets = new Map<string, ReadonlySet<string>>();

function wordSetOf(list: string): ReadonlySet<string> {
  const found = sets.get(list) ?? wordSet("names", list);
  sets.set(list, found);
  return found;
}

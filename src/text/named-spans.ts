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
 * sentence or clause, or in a title, tells nothing: such a word is a name only if the text has it with a capital
 * elsewhere and never without, or if a lexicon knows it.
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

const nameWords = remember((text): ReadonlySet<number> => {
  const words = proseWords(text);
  const telling = tellingWords(text, words);
  const surely = new Set<string>();
  const plain = new Set<string>();
  for (const word of words) {
    if (telling.has(word.start)) surely.add(bare(word));
    else if (!isCapital(word)) plain.add(bare(word));
  }
  const listed = new Set(lexiconNames(text));
  const isOne = (word: ProseWord) =>
    telling.has(word.start) || listed.has(word.start) || (surely.has(bare(word)) && !plain.has(bare(word)));
  return new Set(words.filter((word) => isCapital(word) && isOne(word)).map(({ start }) => start));
});

function isCapital({ text }: ProseWord): boolean {
  return /^\p{Lu}/u.test(text) && !listOfNames("never-names").has(text.replaceAll("’", "'"));
}

function bare({ lower }: ProseWord): string {
  return lower.replace(/'s$/u, "");
}

/**
 * Starts of the words whose capital tells that they are names: not the first of a clause (after a colon, bracket,
 * quote, dash or full stop), and not in a title, a clause in which all words have one but for particles.
 */
function tellingWords(text: string, words: readonly ProseWord[]): ReadonlySet<number> {
  const telling: number[] = [];
  let clause: ProseWord[] = [];
  const close = () => {
    const rest = clause.slice(1);
    if (rest.some((word) => /^\p{Ll}/u.test(word.text) && !IN_TITLES.test(word.text)))
      telling.push(...rest.filter(isCapital).map(({ start }) => start));
    clause = [];
  };
  for (const [at, word] of words.entries()) {
    const before = words[at - 1];
    if (before === undefined || before.sentence !== word.sentence || opensClause(text, before, word)) close();
    clause.push(word);
  }
  close();
  return new Set(telling);
}

/** Words that titles write small. */
const IN_TITLES = /^(?:a|an|the|of|and|or|in|on|for|to|with|by|at|from|as|vs|de|your)$/u;

/** Does a clause begin between the two words? The point of "Dr. Smith" and "F. Scott" begins none. */
function opensClause(text: string, before: ProseWord, word: ProseWord): boolean {
  const between = text.slice(before.end, word.start);
  return (
    /[:([{"“”‘–—|/•>!?]/u.test(between) ||
    (between.includes(".") && !/^\p{Lu}\p{Ll}{0,3}$/u.test(before.text))
  );
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
  const listed = (list: string, word: ProseWord) => listOfNames(list).has(plain(word));
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

function listOfNames(list: string): ReadonlySet<string> {
  const found = sets.get(list) ?? wordSet("names", list);
  sets.set(list, found);
  return found;
}

import { wordSet } from "./lexicon.js";
import { adjoins, type ProseWord, proseWords } from "./prose-words.js";

export interface PersonTerm extends ProseWord {
  /** Does it describe a person ("a German friend", "I am German"), and not a dish, a language or a law? */
  readonly person: boolean;
}

/** Every word of running prose for which `isTerm` holds, and whether it describes a person. */
export function personTerms(text: string, isTerm: (word: ProseWord) => boolean): PersonTerm[] {
  const words = proseWords(text);
  return words.flatMap((word, at) =>
    isTerm(word) ? [{ ...word, person: beforePerson(text, words, at) || afterCopula(text, words, at) }] : [],
  );
}

/** What picks out one person or some: "Dutch people" and "the Dutch women" may be all of them, and then it is of them that is spoken. */
const PICKS = new Set([
  "a",
  "an",
  "my",
  "our",
  "his",
  "her",
  "their",
  "your",
  "this",
  "that",
  "one",
  "two",
  "some",
]);

/** "a Malaysian student", "my new Malaysian maths teacher": picked out, and a noun for a person at most one word away. */
function beforePerson(text: string, words: readonly ProseWord[], at: number): boolean {
  const nouns = wordSet("person-nouns", "english");
  const [next, second] = [words[at + 1], words[at + 2]];
  const [before, first] = [words[at - 1], words[at - 2]];
  const picked =
    adjoins(text, before, words[at]) &&
    (PICKS.has(before!.lower) || (adjoins(text, first, before) && PICKS.has(first!.lower)));
  if (!picked || !adjoins(text, words[at], next)) return false;
  if (nouns.has(next!.lower)) return true;
  return adjoins(text, next, second) && nouns.has(second!.lower);
}

/** "I am Malaysian." "She's a Muslim and …": a personal pronoun, a form of "be", and no noun after it. */
function afterCopula(text: string, words: readonly ProseWord[], at: number): boolean {
  const bare = words[at - 1]?.lower === "a" || words[at - 1]?.lower === "an" ? at - 1 : at;
  const [subject, verb] = [words[bare - 2]?.lower ?? "", words[bare - 1]?.lower ?? ""];
  const said =
    /^(?:i'm|he's|she's|we're|they're|you're)$/u.test(verb) ||
    (/^(?:am|is|are|was|were)$/u.test(verb) && /^(?:i|he|she|we|they|you)$/u.test(subject));
  return (
    said && /^\s*(?:[.,;!?)]|$|(?:and|but|so|who|or)\b)/u.test(text.slice(words[at]!.end, words[at]!.end + 6))
  );
}

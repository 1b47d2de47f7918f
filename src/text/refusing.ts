import { listOf, readLexicon } from "./lexicon.js";
import { remember } from "./remember.js";

/** Does the text hold a word (lexicon risk-words) for which a request might rightly be refused? Errs to yes. */
export const mayBeRefused = remember((text): boolean => {
  const { single, phrases } = load();
  const lower = text.toLowerCase();
  const words = lower.match(/[\p{L}]+/gu) ?? [];
  return words.some((word) => single.has(word)) || phrases.some((phrase) => lower.includes(phrase));
});

/** Does the answer begin as a refusal does? */
export function refuses(response: string): boolean {
  const beginning = response.trimStart().slice(0, 200).toLowerCase().replaceAll("’", "'");
  return load().openings.some((opening) => beginning.includes(opening));
}

interface Words {
  readonly single: ReadonlySet<string>;
  readonly phrases: readonly string[];
  readonly openings: readonly string[];
}

let words: Words | undefined;

function load(): Words {
  if (words !== undefined) return words;
  const lexicon = readLexicon("risk-words");
  const all = listOf(lexicon, "words");
  const isPhrase = (word: string) => /[ -]/u.test(word);
  words = {
    single: new Set(all.filter((word) => !isPhrase(word))),
    phrases: all.filter(isPhrase),
    openings: listOf(lexicon, "refusals"),
  };
  return words;
}

import { wordSet } from "./lexicon.js";

let stop: ReadonlySet<string> | undefined;

/** Is the word one that carries a subject matter: a number, or three letters or more and no function word? */
export function isContentWord(word: string): boolean {
  stop ??= wordSet("function-words", "english");
  const plain = word.toLowerCase().replace(/’/gu, "'");
  return /\d/u.test(plain) || (plain.length >= 3 && !stop.has(plain));
}

/** Distinct content words of a text, in lower case. */
export function contentWords(text: string): ReadonlySet<string> {
  const words = text.match(/[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu) ?? [];
  return new Set(words.filter(isContentWord).map((word) => word.toLowerCase()));
}

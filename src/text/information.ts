import { contentWords } from "./content-words.js";

/**
 * How much a sentence tells: its distinct content words, each counted once, and once more where it holds
 * a digit or is also in the question (such sentences carry the answer). Long sentences rank first on
 * purpose: dropping one must be noticed.
 */
export function informationOf(sentence: string, question: string): number {
  const asked = contentWords(question);
  let information = 0;
  for (const word of contentWords(sentence)) information += asked.has(word) || /\d/u.test(word) ? 2 : 1;
  return information;
}

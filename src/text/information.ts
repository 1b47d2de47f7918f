import { contentWords } from "./content-words.js";

/**
 * How much each sentence tells that no other does: the number of its distinct content words that stand in
 * no other sentence, those with a digit counted twice. A long sentence of its own ranks first, and a
 * summary, whose words all stand elsewhere, last.
 */
export function informationOf(sentences: readonly string[]): number[] {
  const words = sentences.map(contentWords);
  const holders = new Map<string, number>();
  for (const set of words) for (const word of set) holders.set(word, (holders.get(word) ?? 0) + 1);
  return words.map((set) => {
    const own = [...set].filter((word) => holders.get(word) === 1);
    return own.reduce((sum, word) => sum + (/\d/u.test(word) ? 2 : 1), 0);
  });
}

/** Words of the counts that style guides write out. */
export const SMALL_NUMBERS = [
  "zero",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
] as const;

const LARGER: Readonly<Record<string, number>> = {
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
};

export function numberOf(word: string): number | undefined {
  const at = (SMALL_NUMBERS as readonly string[]).indexOf(word.toLowerCase());
  return at >= 0 ? at : LARGER[word.toLowerCase()];
}

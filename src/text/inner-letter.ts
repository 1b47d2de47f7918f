import type { Random } from "../contract.js";

/** A place inside a word, never the first letter: readers hold on to that one. */
export function innerPlace(letters: readonly string[], random: Random): number {
  return 1 + random.integer(letters.length - 1);
}

/** Any letter of the basic alphabet, in the case of its neighbour. */
export function randomLetter(beside: string, random: Random): string {
  const letter = random.pick([..."abcdefghijklmnopqrstuvwxyz"]);
  return /\p{Lu}/u.test(beside) ? letter.toUpperCase() : letter;
}

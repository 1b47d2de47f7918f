import { distance } from "fastest-levenshtein";

/** Beyond this many tokens the distance would take seconds a pair. */
const LONGEST = 20_000;

/**
 * 1 - d / (length of the longer), d the Levenshtein distance over tokens (Myers 1999, bit-parallel): 1 for the same
 * tokens in the same order, and unlike the bag of `similarity` it sees order. Null where what lies between the common
 * beginning and end is longer than 20,000 tokens in either text and empty in neither.
 */
export function editSimilarity(left: readonly string[], right: readonly string[]): number | null {
  const longer = Math.max(left.length, right.length);
  if (longer === 0) return 1;
  let start = 0;
  while (start < left.length && start < right.length && left[start] === right[start]) start++;
  let end = 0;
  const most = Math.min(left.length, right.length) - start;
  while (end < most && left[left.length - 1 - end] === right[right.length - 1 - end]) end++;
  const before = left.slice(start, left.length - end);
  const after = right.slice(start, right.length - end);
  if (before.length === 0 || after.length === 0)
    return (longer - Math.max(before.length, after.length)) / longer;
  if (Math.max(before.length, after.length) > LONGEST) return null;
  const letters = new Map<string, string>();
  return (longer - distance(spell(before, letters), spell(after, letters))) / longer;
}

/** One UTF-16 unit for each distinct token: at most 40,000 of them, fewer than there are units. */
function spell(tokens: readonly string[], letters: Map<string, string>): string {
  return tokens
    .map((token) => {
      const known = letters.get(token) ?? String.fromCharCode(letters.size + 1);
      letters.set(token, known);
      return known;
    })
    .join("");
}

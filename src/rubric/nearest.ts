import { closest, distance } from "fastest-levenshtein";

/** ` (did you mean "x"?)` where a known name lies within a third of the letters, else nothing. */
export function didYouMean(name: string, known: readonly string[]): string {
  if (known.length === 0) return "";
  const nearest = closest(name, known);
  const limit = Math.max(2, Math.floor(name.length / 3));
  return distance(name, nearest) <= limit ? ` (did you mean "${nearest}"?)` : "";
}

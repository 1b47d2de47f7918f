import { closest, distance } from "fastest-levenshtein";
import { TareError } from "./errors.js";

/** " (did you mean X?)" where a known name is close enough to be a typo of this one; else "". */
export function didYouMean(name: string, known: readonly string[]): string {
  if (known.length === 0) return "";
  const nearest = closest(name, known);
  return distance(name, nearest) <= Math.max(2, name.length / 3) ? ` (did you mean ${nearest}?)` : "";
}

/** The entry of this name, or TARE_UNKNOWN_NAME with the nearest one. */
export function byName<T extends { readonly name: string }>(
  kind: string,
  name: string,
  entries: readonly T[],
): T {
  const found = entries.find((entry) => entry.name === name);
  if (found !== undefined) return found;
  const names = entries.map((entry) => entry.name);
  throw new TareError("TARE_UNKNOWN_NAME", `there is no ${kind} "${name}"${didYouMean(name, names)}`, {
    fix: `Known: ${names.join(", ")}.`,
  });
}

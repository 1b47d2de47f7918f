import { answerTokens } from "../text/counting.js";

/**
 * What a variant says beyond its base, as one string: the tokens it has more of, in their order, in small letters, digits
 * as 0, and capitalised words after the first (names, and beginnings of later sentences) as Name. Empty where nothing was put in.
 */
export function insertionOf(base: string, variant: string): string {
  const bag = new Map<string, number>();
  for (const token of answerTokens(base)) bag.set(token, (bag.get(token) ?? 0) + 1);
  const more: string[] = [];
  for (const token of answerTokens(variant)) {
    const left = bag.get(token) ?? 0;
    if (left > 0) bag.set(token, left - 1);
    else if (/[\p{L}\p{N}]/u.test(token)) more.push(bare(token, more.length === 0));
  }
  return more.join(" ");
}

/** Without number and case; inside an insertion a capital marks a name. */
function bare(token: string, first: boolean): string {
  if (/\p{N}/u.test(token)) return "0";
  return !first && /^\p{Lu}\p{Ll}/u.test(token) ? "Name" : token.toLowerCase();
}

import type { Excerpt } from "../../contract.js";

/** Longest excerpt, in UTF-16 units: some 600 words. */
export const EXCERPT_LENGTH = 4000;
/** Of what both texts have in common before their first difference. */
const LEAD = 200;

/** A text alone, from its beginning. */
export function excerptOf(text: string, longest = EXCERPT_LENGTH): Excerpt {
  return cut(text, 0, longest);
}

/** Two texts from the same place: their beginning, or, where either is too long, shortly before they part. */
export function excerptsOf(a: string, b: string, longest = EXCERPT_LENGTH): readonly [Excerpt, Excerpt] {
  const fits = Math.max(a.length, b.length) <= longest;
  const from = fits ? 0 : Math.max(0, commonLength(a, b) - LEAD);
  return [cut(a, from, longest), cut(b, from, longest)];
}

function commonLength(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let at = 0;
  while (at < most && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  return at;
}

function cut(text: string, from: number, longest: number): Excerpt {
  const start = onBoundary(text, from);
  const end = onBoundary(text, Math.min(text.length, start + longest));
  return { text: text.slice(start, end), before: start, after: text.length - end };
}

/** Never between the two halves of a character. */
function onBoundary(text: string, at: number): number {
  const half = at > 0 && at < text.length && /[\uDC00-\uDFFF]/.test(text[at]!);
  return half && /[\uD800-\uDBFF]/.test(text[at - 1]!) ? at - 1 : at;
}

import type { Span } from "./span.js";

// A run is looked at from its beginning alone, and a label of an address has 63 characters at most: linear in the text.
const ADDRESS =
  /(?:https?:\/\/|ftp:\/\/|www\.)[^\s<>"'`()[\]{}*|]+|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<![\w@.])(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+(?:com|org|net|edu|gov|io|co|dev|info|ai)(?:\/[^\s<>"'`()[\]{}*|]*)?(?![\w-])/giu;

/** Most texts hold no sign of one. */
const SIGN = /:\/\/|www\.|@|\.(?:com|org|net|edu|gov|io|co|dev|info|ai)/iu;

/** Web and mail addresses in running text, without the punctuation that ends a sentence after them. */
export function urlSpans(text: string): Span[] {
  if (!SIGN.test(text)) return [];
  return [...text.matchAll(ADDRESS)].map((match) => {
    const address = match[0].replace(/[.,;:!?_~]+$/u, "");
    return { start: match.index, end: match.index + address.length };
  });
}

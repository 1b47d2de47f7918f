import type { Span } from "./span.js";

const ADDRESS =
  /(?:https?:\/\/|ftp:\/\/|www\.)[^\s<>"'`()[\]{}*|]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<![\w@.])(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+(?:com|org|net|edu|gov|io|co|dev|info|ai)(?:\/[^\s<>"'`()[\]{}*|]*)?(?![\w-])/giu;

/** Web and mail addresses in running text, without the punctuation that ends a sentence after them. */
export function urlSpans(text: string): Span[] {
  return [...text.matchAll(ADDRESS)].map((match) => {
    const address = match[0].replace(/[.,;:!?_~]+$/u, "");
    return { start: match.index, end: match.index + address.length };
  });
}

import { TareError } from "../../errors.js";

/**
 * What a user looks for, as an FTS5 query in which nothing is an operator: words that must all be there, "several words" side
 * by side, word* for a beginning. Throws TARE_SEARCH_WORDS.
 */
export function wordQuery(search: string): string {
  const quotes = search.split('"').length - 1;
  if (quotes % 2 === 1)
    throw new TareError("TARE_SEARCH_WORDS", "a quotation mark is not closed", { where: search });
  const phrases: string[] = [];
  for (const [, quoted, plain] of search.matchAll(/"([^"]*)"|([^\s"]+)/gu)) {
    const text = quoted ?? plain!;
    // Signs alone are no word to the index: a phrase of them would match nothing.
    if (!/[\p{L}\p{N}\p{Co}]/u.test(text)) continue;
    const begins = quoted === undefined && text.endsWith("*");
    phrases.push(`"${text.replaceAll("\0", " ")}"${begins ? "*" : ""}`);
  }
  if (phrases.length === 0) throw new TareError("TARE_SEARCH_WORDS", "it holds no word", { where: search });
  return phrases.join(" ");
}

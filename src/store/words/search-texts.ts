import { TareError } from "../../errors.js";
import type { Store } from "../open.js";
import { allIndexed, countWords } from "./fill-words.js";
import { wordQuery } from "./word-query.js";

export interface TextHit {
  /** Key of the text, or of the prompt. */
  readonly key: string;
  readonly in: "response" | "prompt";
  /** Some words around the first that was found; where words are cut off stands an ellipsis. */
  readonly excerpt: string;
}

export interface TextSearch {
  /** As `wordQuery` reads it: words, "phrases", beginnings*. */
  readonly search: string;
  readonly in: TextHit["in"];
  readonly limit: number;
  /** The last page's `next`. */
  readonly after?: number | undefined;
}

/**
 * Texts that hold the words, in the order in which they came. Throws TARE_SEARCH_WORDS, and TARE_SEARCH_INDEX where some
 * texts have not been indexed.
 */
export function searchTexts(
  store: Store,
  { search, in: kind, limit, after = 0 }: TextSearch,
): { readonly hits: readonly TextHit[]; readonly next?: number } {
  const query = wordQuery(search);
  requireWords(store);
  const [words, numbers, key] =
    kind === "response"
      ? (["response_words", "text_numbers", "text"] as const)
      : (["prompt_words", "prompt_numbers", "prompt"] as const);
  const rows = store.db
    .prepare<
      [string, number, number],
      { readonly number: number; readonly key: string; readonly excerpt: string }
    >(
      `SELECT w.rowid AS number, n.${key} AS key, snippet(${words}, 0, '', '', '…', 24) AS excerpt
         FROM ${words} w JOIN ${numbers} n ON n.number = w.rowid
        WHERE ${words} MATCH ? AND w.rowid > ? ORDER BY w.rowid LIMIT ?`,
    )
    .all(query, after, limit + 1);
  const page = rows.slice(0, limit);
  const hits = page.map((row): TextHit => ({ key: row.key, in: kind, excerpt: row.excerpt }));
  return rows.length > limit ? { hits, next: page.at(-1)!.number } : { hits };
}

/** Throws TARE_SEARCH_INDEX where a text could be missed. */
export function requireWords(store: Store): void {
  if (allIndexed(store)) return;
  const { indexed, of } = countWords(store);
  throw new TareError("TARE_SEARCH_INDEX", `${of - indexed} of ${of} texts and prompts are not indexed`, {
    where: store.path,
  });
}

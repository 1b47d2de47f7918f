import type { Store } from "../open.js";

export interface FoundKeys {
  readonly runs: readonly string[];
  readonly items: readonly string[];
  readonly pairs: readonly string[];
}

/** The keys that begin so, at most `most` of a kind, in order; found in the indexes of the keys. None for an empty beginning. */
export function findKeys({ db }: Store, beginning: string, most = 5): FoundKeys {
  const find = (table: string, column: string): string[] =>
    beginning === ""
      ? []
      : db
          .prepare<unknown[], string>(
            `SELECT ${column} FROM ${table} WHERE ${column} >= ? AND ${column} < ? ORDER BY ${column} LIMIT ?`,
          )
          .pluck()
          .all(beginning, `${beginning}\u{10FFFF}`, most);
  return { runs: find("runs", "id"), items: find("items", "id"), pairs: find("pairs", "key") };
}

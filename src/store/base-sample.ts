import type { Store } from "./open.js";

/** A scored response of the data as it stands. */
export interface BaseScore {
  readonly item: string;
  readonly prompt: string;
  readonly role: string;
  readonly score: number;
  readonly tokens: number;
  readonly truncated: boolean;
}

/** The scored responses of a run's first `items` items; ids are digests, so this is a draw that never changes. */
export function baseScoreSample({ db }: Store, run: string, items: number): BaseScore[] {
  return db
    .prepare<[string, string, number], Omit<BaseScore, "truncated"> & { truncated: number }>(
      `SELECT item, prompt, role, score, scorer_tokens AS tokens, truncated FROM base_scores
        WHERE run = ? AND item IN (SELECT item FROM run_items WHERE run = ? ORDER BY item LIMIT ?)
        ORDER BY item, position`,
    )
    .all(run, run, items)
    .map((row) => ({ ...row, truncated: row.truncated === 1 }));
}

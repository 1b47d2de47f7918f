import type { Store } from "./open.js";
import { rewardSql } from "./rewards/reward-sql.js";

/** A scored response of the data as it stands. */
export interface BaseScore {
  readonly item: string;
  readonly prompt: string;
  readonly role: string;
  readonly score: number;
  readonly tokens: number;
  readonly truncated: boolean;
}

/**
 * The scored responses of a run's first `items` items, read out of scores, as a run is looked at before its first analysis; ids
 * are digests, so this is a draw that never changes.
 */
export function baseScoreSample({ db }: Store, run: string, items: number): BaseScore[] {
  const reward = rewardSql(db, run);
  return db
    .prepare<[string, number, string], Omit<BaseScore, "truncated"> & { truncated: number }>(
      `SELECT a.item, i.prompt, a.role, ${reward.of("a.text", "s")} AS score, s.tokens, s.truncated
         FROM runs r ${reward.head} CROSS JOIN (SELECT item FROM run_items WHERE run = ? ORDER BY item LIMIT ?) ri
         JOIN items i ON i.id = ri.item JOIN responses a ON a.item = ri.item
         JOIN scores s ON s.scorer = r.scorer AND s.text = a.text AND s.head = ${reward.at}
        WHERE r.id = ? ORDER BY a.item, a.position`,
    )
    .all(run, items, run)
    .map((row) => ({ ...row, truncated: row.truncated === 1 }));
}

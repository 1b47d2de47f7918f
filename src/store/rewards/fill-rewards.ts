import type Database from "better-sqlite3";
import { fillCounts } from "./fill-counts.js";
import { fillPairRewards } from "./fill-pair-rewards.js";
import { rewardSql } from "./reward-sql.js";

/** Forgets what `fillRewards` wrote of a run. */
export function removeRewards(db: Database.Database, run: string): void {
  db.prepare("DELETE FROM pair_rewards WHERE cell IN (SELECT id FROM pair_cells WHERE run = ?)").run(run);
  for (const table of ["pair_cells", "base_rewards", "operator_means", "operator_drift", "skip_counts"])
    db.prepare(`DELETE FROM ${table} WHERE run = ?`).run(run);
}

/**
 * Writes the rewards of a run's scored responses and pairs (tables base_rewards, pair_cells, pair_rewards,
 * operator_means, operator_drift, skip_counts)
 * from its scores, in one transaction; what was there goes. `tolerance`: differences up to this are ties.
 */
export function fillRewards(
  { db }: { readonly db: Database.Database },
  run: string,
  tolerance: number,
): void {
  db.transaction(() => {
    removeRewards(db, run);
    const sql = rewardSql(db, run);
    db.prepare(
      `INSERT INTO base_rewards (run, item, position, prompt, subset, role, style, text, score, scorer_tokens, truncated)
       SELECT r.id, i.id, a.position, i.prompt, i.subset, a.role, a.style, a.text, ${sql.of("a.text", "s")}, s.tokens, s.truncated
         FROM runs r ${sql.head} CROSS JOIN run_items ri ON ri.run = r.id CROSS JOIN items i ON i.id = ri.item
        CROSS JOIN responses a ON a.item = ri.item
        CROSS JOIN scores s ON s.scorer = r.scorer AND s.text = a.text AND s.head = ${sql.at}
        WHERE r.id = ? ORDER BY i.id, a.position`,
    ).run(run);
    fillPairRewards(db, run, tolerance);
    fillCounts(db, run);
  })();
}

/** Complete runs that have none yet: of a database that an older tare wrote, or that was merged. */
export function fillMissingRewards(db: Database.Database): void {
  const missing = db
    .prepare<[], { readonly id: string; readonly tolerance: number }>(
      `SELECT id, 2 * coalesce(noise_floor, 0) AS tolerance FROM runs r
        WHERE state = 'complete' AND NOT EXISTS (SELECT 1 FROM base_rewards b WHERE b.run = r.id)`,
    )
    .all();
  for (const { id, tolerance } of missing) fillRewards({ db }, id, tolerance);
}

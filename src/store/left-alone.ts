import type { LeftAlone } from "../contract.js";
import type { LeftAloneRow } from "../pairs/left-alone.js";
import type { Store } from "./open.js";

/** Notes what operators left alone in items of a run. Doing it again writes the same. */
export function writeLeftAlone({ db }: Store, run: string, rows: readonly LeftAloneRow[]): void {
  const insert = db.prepare(
    `INSERT OR REPLACE INTO run_left_alone (run, item, kind, kept, replaced, refused)
     VALUES (?, @item, @kind, @kept, @replaced, @refused)`,
  );
  db.transaction(() => {
    for (const row of rows) insert.run(run, row);
  })();
}

export function readLeftAlone({ db }: Store, run: string): LeftAlone[] {
  return db
    .prepare<[string], LeftAlone>(
      `SELECT kind, count(*) AS items, sum(kept) AS kept, sum(replaced) AS replaced, sum(refused) AS refused
         FROM run_left_alone WHERE run = ? GROUP BY kind ORDER BY kind`,
    )
    .all(run);
}

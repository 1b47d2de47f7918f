import type { Store } from "./open.js";
import { type RunRow, recordOnce } from "./runs.js";

/** Which look at a rubric and data a run is. */
export interface Looks {
  /** Of this scorer, this one included. */
  readonly own: number;
  /** Of any scorer: the same model with another setting is another scorer. */
  readonly all: number;
}

/**
 * How many different runs, this one included, had by its first verdict judged a rubric of the same name on the same source
 * of data: a file in common, or an item, so that neither another limit or seed, nor a longer file, nor a copy of it under
 * another name makes a look the first one. Judging a run again is the same look; a run broken off before its verdict is none.
 * Looks count in the order of time, since a database may be merged from several; a run that was exported without the others
 * is at least the look that it was there.
 */
export function countLooks(store: Store, run: RunRow): Looks {
  const before = store.db
    .prepare<[string, string, string], { own: number; all: number }>(
      `WITH looks AS (
         SELECT r.id, r.scorer, e.at, min(e.id) AS judged
           FROM runs r JOIN rubrics b ON b.digest = r.rubric JOIN events e ON e.run = r.id AND e.kind = 'judged'
          WHERE b.name = ? AND e.at = (SELECT min(at) FROM events WHERE run = r.id AND kind = 'judged') GROUP BY r.id)
       SELECT count(*) FILTER (WHERE l.scorer = ?) AS own, count(*) AS "all"
         FROM looks own JOIN looks l ON (l.at, l.judged) < (own.at, own.judged)
        WHERE own.id = ?
          AND (EXISTS (SELECT 1 FROM run_files f JOIN run_files g ON g.file = f.file WHERE f.run = own.id AND g.run = l.id AND f.file <> '-')
            OR EXISTS (SELECT 1 FROM run_items i JOIN run_items k ON k.item = i.item WHERE i.run = own.id AND k.run = l.id))`,
    )
    .get(run.rubricName, run.scorer, run.id)!;
  const known = readLooks(store, run.id);
  return { own: Math.max(before.own + 1, known.own), all: Math.max(before.all + 1, known.all) };
}

const ELSEWHERE = "looks elsewhere";

/** Notes with a run that leaves its database which look it was there. */
export function recordLooks(store: Store, run: string, at: string, { own, all }: Looks): void {
  recordOnce(store, run, at, ELSEWHERE, JSON.stringify({ own, all }));
}

function readLooks({ db }: Store, run: string): Looks {
  return db
    .prepare<[string, string], Looks>(
      `SELECT coalesce(max(detail ->> '$.own'), 1) AS own, coalesce(max(detail ->> '$.all'), 1) AS "all"
         FROM events WHERE run = ? AND kind = ?`,
    )
    .get(run, ELSEWHERE)!;
}

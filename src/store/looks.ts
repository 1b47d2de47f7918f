import type { Store } from "./open.js";
import type { RunRow } from "./runs.js";

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
 */
export function countLooks({ db }: Store, run: RunRow): Looks {
  const before = db
    .prepare<[string, string, string], { own: number; all: number }>(
      `WITH looks AS (
         SELECT r.id, r.scorer, (SELECT min(id) FROM events WHERE run = r.id AND kind = 'judged') AS judged
           FROM runs r JOIN rubrics b ON b.digest = r.rubric WHERE b.name = ?)
       SELECT count(*) FILTER (WHERE l.scorer = ?) AS own, count(*) AS "all"
         FROM looks own JOIN looks l ON l.judged < own.judged
        WHERE own.id = ?
          AND (EXISTS (SELECT 1 FROM run_files f JOIN run_files g ON g.file = f.file WHERE f.run = own.id AND g.run = l.id AND f.file <> '-')
            OR EXISTS (SELECT 1 FROM run_items i JOIN run_items k ON k.item = i.item WHERE i.run = own.id AND k.run = l.id))`,
    )
    .get(run.rubricName, run.scorer, run.id)!;
  return { own: before.own + 1, all: before.all + 1 };
}

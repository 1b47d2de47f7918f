import type { Store } from "./open.js";

export interface UnfinishedRun {
  readonly id: string;
  /** How far it came: pairing, scoring… */
  readonly state: string;
}

/** Of the run that a named query means (`null`: those of the newest command) what is not complete, and so has no answers. */
export function unfinishedRuns({ db }: Store, run: string | null): UnfinishedRun[] {
  return db
    .prepare<{ run: string | null }, UnfinishedRun>(
      `SELECT id, state FROM runs
        WHERE state <> 'complete' AND id IN (SELECT @run UNION ALL SELECT run FROM newest_runs WHERE @run IS NULL)
        ORDER BY id`,
    )
    .all({ run });
}

import type { Store } from "../open.js";

/** Whether no row of content lies in a database: it was made, and nothing came to it. */
export function holdsNothing({ db }: Store): boolean {
  return ["runs", "texts", "scorers", "augmentations", "rubrics", "oracles"].every(
    (table) => db.prepare(`SELECT 1 FROM ${table} LIMIT 1`).get() === undefined,
  );
}

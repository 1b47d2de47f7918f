import type { Store } from "./open.js";

export interface NamedRun {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly dtype: string;
}

/** Every complete run with its scorer's name, the one that was weighed last first. */
export function listNamedRuns({ db }: Store): NamedRun[] {
  return db
    .prepare<[], NamedRun>(
      `SELECT r.id, s.kind, s.name, s.dtype FROM runs r JOIN scorers s ON s.key = r.scorer
        WHERE r.state = 'complete'
        ORDER BY coalesce((SELECT max(at) FROM events e WHERE e.run = r.id AND e.kind = 'weighed'), r.created_at) DESC, r.id`,
    )
    .all();
}

import type { Store } from "./open.js";

/** What a page of complete runs depends on besides their scores, which never change: another text, another page. */
export function standingOf({ db }: Store, runs: readonly string[]): string {
  return db
    .prepare<[string], string>(
      `SELECT json_array((SELECT max(id) FROM events), (SELECT count(*) FROM judgements), (SELECT max(at) FROM judgements),
                         (SELECT count(*) FROM run_exports), (SELECT count(*) FROM run_baselines),
                         (SELECT json_group_array(json_array(r.id, r.state, r.verdict, r.judged_by)) FROM runs r
                           WHERE r.id IN (SELECT value FROM json_each(?))))`,
    )
    .pluck()
    .get(JSON.stringify(runs))!;
}

/** How far a run has come that is still being written. */
export interface RunProgress {
  readonly items: number;
  readonly pairs: number;
  /** Texts known so far, and how many of them are scored. */
  readonly texts: number;
  readonly scored: number;
  /** The last that was noted of it, and when; null where nothing was. */
  readonly last: { readonly at: string; readonly kind: string } | null;
}

export function readProgress({ db }: Store, run: string): RunProgress {
  const counts = db
    .prepare<Record<string, string>, Omit<RunProgress, "last">>(
      `SELECT (SELECT count(*) FROM run_items WHERE run = @run) AS items, (SELECT count(*) FROM run_pairs WHERE run = @run) AS pairs,
              count(*) AS texts, count(s.text) AS scored
         FROM runs r LEFT JOIN run_texts rt ON rt.run = r.id LEFT JOIN scores s ON s.scorer = r.scorer AND s.text = rt.text AND s.head = 0
        WHERE r.id = @run AND rt.text IS NOT NULL`,
    )
    .get({ run })!;
  const last = db
    .prepare<[string], NonNullable<RunProgress["last"]>>(
      "SELECT at, kind FROM events WHERE run = ? ORDER BY id DESC LIMIT 1",
    )
    .get(run);
  return { ...counts, last: last ?? null };
}

import { parseSnapshot } from "../baseline/read-snapshot.js";
import type { Snapshot } from "../baseline/snapshot.js";
import { writeSnapshot } from "../baseline/write-snapshot.js";
import type { BaselineView } from "../contract.js";
import type { Store } from "./open.js";

/** How claims were held against a baseline: `same scorer` needs no test, `paired` had its run in the database. */
export type Held = Exclude<BaselineView["how"], "none">;

/** Records against what a run is judged: a baseline, or none by choice. */
export function writeRunBaseline(
  { db }: Store,
  run: string,
  snapshot: Snapshot | "none",
  how: BaselineView["how"],
): void {
  db.transaction(() => {
    const digest = snapshot === "none" ? null : snapshot.digest;
    if (snapshot !== "none") {
      const { scorer } = snapshot;
      const text = writeSnapshot(snapshot);
      db.prepare(
        "INSERT OR IGNORE INTO baselines (digest, run, scorer, model, snapshot) VALUES (?, ?, ?, ?, ?)",
      ).run(digest, snapshot.run, scorer.key, scorer.name, text);
    }
    db.prepare("INSERT OR REPLACE INTO run_baselines (run, baseline, how) VALUES (?, ?, ?)").run(
      run,
      digest,
      how,
    );
  })();
}

/** Against what a run was judged; undefined where its rubric asks for none. */
export function readRunBaseline(store: Store, run: string): Snapshot | "none" | undefined {
  const row = store.db
    .prepare<[string], { snapshot: string | null }>(
      "SELECT b.snapshot FROM run_baselines r LEFT JOIN baselines b ON b.digest = r.baseline WHERE r.run = ?",
    )
    .get(run);
  if (row === undefined) return undefined;
  return row.snapshot === null ? "none" : parseSnapshot(row.snapshot, store.path);
}

/** The same in short, for reports. */
export function viewBaseline({ db }: Store, run: string): BaselineView | undefined {
  return db
    .prepare<[string], BaselineView>(
      `SELECT r.how, b.digest, b.run, b.model, b.scorer FROM run_baselines r LEFT JOIN baselines b ON b.digest = r.baseline
        WHERE r.run = ?`,
    )
    .get(run);
}

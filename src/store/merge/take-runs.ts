import type { Store } from "../open.js";
import { removeRewards } from "../rewards/fill-rewards.js";
import type { TableShape } from "../transfer/tables.js";
import type { MergedRuns, RunDifference } from "./merged.js";

/**
 * Decides which runs of the source are taken (temporary table `taken_runs`): those that are not here, and those that are
 * complete there and not here. The unfinished rows of the latter go, so that a run is always of one database as a whole.
 */
export function takeRuns(store: Store, tables: readonly TableShape[]): Omit<MergedRuns, "otherScores"> {
  const { db } = store;
  const ids = (sql: string) => db.prepare<[], string>(`${sql} ORDER BY s.created_at, s.rowid`).pluck().all();
  const both = "SELECT s.id FROM source.runs s JOIN main.runs m ON m.id = s.id WHERE";
  const added = ids("SELECT s.id FROM source.runs s WHERE s.id NOT IN (SELECT id FROM main.runs)");
  const completed = ids(`${both} s.state = 'complete' AND m.state <> 'complete'`);
  const kept = ids(`${both} NOT (s.state = 'complete' AND m.state <> 'complete')`);
  const different = ids(`${both} s.state = 'complete' AND m.state = 'complete'`).flatMap((run) =>
    differenceOf(store, run),
  );
  db.exec("CREATE TEMP TABLE taken_runs (run TEXT PRIMARY KEY) WITHOUT ROWID");
  const take = db.prepare("INSERT INTO temp.taken_runs VALUES (?)");
  for (const run of [...added, ...completed]) take.run(run);
  const own = [...tables].reverse().filter(({ ofRun }) => ofRun);
  for (const run of completed) {
    removeRewards(db, run);
    for (const { name } of own) db.prepare(`DELETE FROM main."${name}" WHERE run = ?`).run(run);
    db.prepare("DELETE FROM main.runs WHERE id = ?").run(run);
  }
  return { added, completed, kept, different };
}

/** Nothing where verdict and numbers are the same. */
function differenceOf({ db }: Store, run: string): RunDifference[] {
  const verdict = (of: string) =>
    db.prepare<[string], string>(`SELECT verdict FROM ${of}.runs WHERE id = ?`).pluck().get(run)!;
  const [here, there] = [verdict("main"), verdict("source")];
  const rows = ["effects", "verdicts"].reduce((sum, table) => {
    const columns = db.prepare<[string], string>("SELECT name FROM pragma_table_info(?)").pluck().all(table);
    const list = columns.map((column) => `"${column}"`).join(", ");
    const of = (schema: string) => `SELECT ${list} FROM ${schema}.${table} WHERE run = @run`;
    const count = db.prepare<{ run: string }, number>(
      `SELECT max((SELECT count(*) FROM (${of("main")} EXCEPT ${of("source")})),
                  (SELECT count(*) FROM (${of("source")} EXCEPT ${of("main")})))`,
    );
    return sum + count.pluck().get({ run })!;
  }, 0);
  return here === there && rows === 0 ? [] : [{ run, here, there, rows }];
}

/** Runs that were taken and rest on scores that are others here: their numbers are those of the other scores. */
export function runsOnOtherScores({ db }: Store): { run: string; texts: number }[] {
  return db
    .prepare<[], { run: string; texts: number }>(
      `SELECT r.id AS run, count(*) AS texts
         FROM temp.taken_runs k CROSS JOIN main.runs r ON r.id = k.run
        CROSS JOIN temp.other_scores o ON o.scorer = r.scorer
        CROSS JOIN main.run_texts t ON t.run = r.id AND t.text = o.text GROUP BY r.id ORDER BY r.created_at, r.rowid`,
    )
    .all();
}

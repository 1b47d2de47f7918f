import type { Store } from "../open.js";
import { fillMissingRewards } from "../rewards/fill-rewards.js";
import { DERIVED_TABLES } from "../rewards/tables.js";
import { recordOnce } from "../runs.js";
import { copyTable, SOURCE } from "../transfer/copy-table.js";
import { listTables, type TableShape } from "../transfer/tables.js";
import { makeRoomForAnswers, noteNewAnswers } from "./match-answers.js";
import { matchExports } from "./match-exports.js";
import { matchResponses, noteNewItems } from "./match-responses.js";
import type { Merged } from "./merged.js";
import { compareRows } from "./row-differences.js";
import { comesAfterAnswers, ruleOf } from "./rules.js";
import { compareScores } from "./score-differences.js";
import { runsOnOtherScores, takeRuns } from "./take-runs.js";

export interface MergeAround {
  /** Rows taken so far, of how many. Between two pieces of work: may throw, to stop. */
  turn(done: number, of: number): Promise<void>;
  now(): string;
}

/**
 * Takes over what an attached database of today's schema has and this one has not, in one transaction: all of it or, where
 * anything goes wrong, nothing. What both have stays as it is here; where it should be the same and is not, that is told.
 */
export async function mergeAttached(
  store: Store,
  around: MergeAround,
): Promise<Omit<Merged, "source" | "version" | "upgraded">> {
  const { db } = store;
  db.exec("BEGIN IMMEDIATE");
  try {
    const merged = await takeOver(store, around);
    db.exec("COMMIT");
    return merged;
  } finally {
    if (db.inTransaction) db.exec("ROLLBACK");
    for (const table of db
      .prepare<[], string>("SELECT name FROM temp.sqlite_schema WHERE type = 'table'")
      .pluck()
      .all())
      db.exec(`DROP TABLE temp."${table}"`);
  }
}

async function takeOver(store: Store, around: MergeAround) {
  const { db } = store;
  const tables = listTables(store);
  const total = countRows(store, tables);
  let done = 0;
  const turn = async (rows: number) => {
    done = Math.min(done + rows, total);
    await around.turn(done, total);
  };
  await turn(0);
  makeRoomForAnswers(store);
  const differences = compareRows(store);
  const scores = compareScores(store);
  const runs = takeRuns(store, tables);
  noteNewItems(store);
  noteNewAnswers(store);
  db.exec(`CREATE TEMP TABLE new_augmentations AS
           SELECT name, version FROM source.augmentations EXCEPT SELECT name, version FROM main.augmentations`);
  const added = new Map([["training_exports", matchExports(store)]]);
  const replaced = replaceJudgements(store);
  const copy = async (table: TableShape) => {
    const rule = ruleOf(table);
    if (rule !== undefined) added.set(table.name, await copyTable(store, table, { ...rule, turn }));
  };
  for (const table of tables) if (!comesAfterAnswers(table)) await copy(table);
  matchResponses(store);
  for (const table of tables) if (comesAfterAnswers(table)) await copy(table);
  const otherScores = runsOnOtherScores(store);
  for (const { run, texts } of otherScores)
    recordOnce(
      store,
      run,
      around.now(),
      "other scores",
      `${texts} texts were scored otherwise here than where it was judged`,
    );
  fillMissingRewards(db);
  return {
    tables: [...added].map(([table, count]) => ({ table, added: count })).filter((one) => one.added > 0),
    leftOut: foreignTables(store, tables),
    runs: { ...runs, otherScores: otherScores.map(({ run }) => run) },
    ...{ scores, judgements: { replaced }, differences },
  };
}

function countRows({ db }: Store, tables: readonly TableShape[]): number {
  return tables.reduce(
    (sum, { name }) =>
      sum + db.prepare<[], number>(`SELECT count(*) FROM ${SOURCE}."${name}"`).pluck().get()!,
    0,
  );
}

/** A reader's later word on a pair takes the place of the earlier one, wherever it was said. */
function replaceJudgements({ db }: Store): number {
  return db
    .prepare(
      `UPDATE main.judgements AS m SET seed = s.seed, shown = s.shown, judgement = s.judgement, note = s.note, at = s.at
         FROM source.judgements s WHERE m.pair = s.pair AND m.reader = s.reader AND s.at > m.at`,
    )
    .run().changes;
}

function foreignTables({ db }: Store, tables: readonly TableShape[]): string[] {
  const known = new Set(["meta", ...DERIVED_TABLES, ...tables.map(({ name }) => name)]);
  return db
    .prepare<[], string>(
      `SELECT name FROM pragma_table_list WHERE schema = '${SOURCE}' AND type = 'table'
          AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`,
    )
    .pluck()
    .all()
    .filter((name) => !known.has(name));
}

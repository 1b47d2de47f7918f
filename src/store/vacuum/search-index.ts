import Database from "better-sqlite3";
import type { Store } from "../open.js";

/** Full-text indexes over the rows of another table, which they know by rowid. */
export function listSearchIndexes({ db }: Store): string[] {
  return db
    .prepare<[], string>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE 'CREATE VIRTUAL TABLE%USING fts5%'",
    )
    .pluck()
    .all();
}

/** Whether an index holds the words of its table as they are. */
export function isSearchable({ db }: Store, index: string): boolean {
  try {
    db.exec(`INSERT INTO "${index}" ("${index}", rank) VALUES ('integrity-check', 1)`);
    return true;
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code.startsWith("SQLITE_CORRUPT")) return false;
    throw error;
  }
}

/** VACUUM may give rows other rowids where a table has no INTEGER PRIMARY KEY: an index that this broke is made again. */
export function mendSearchIndexes(store: Store): string[] {
  const broken = listSearchIndexes(store).filter((index) => !isSearchable(store, index));
  for (const index of broken) store.db.exec(`INSERT INTO "${index}" ("${index}") VALUES ('rebuild')`);
  return broken;
}

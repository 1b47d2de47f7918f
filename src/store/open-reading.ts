import Database from "better-sqlite3";
import { keepStatements } from "./keep.js";
import { openStore, type Store } from "./open.js";
import { withStoreErrors } from "./sqlite-errors.js";

/** A store that cannot be written through, and the way to close it. */
export interface ReadingStore {
  readonly store: Store;
  close(): void;
}

/**
 * Opens an existing database for reading alone: SQLite refuses every write through `store`. A database of an older version
 * is upgraded first, and the connection that did so stays open behind it, unused: the last one to close tidies the journal
 * away, which one that only reads cannot. Waits `timeout` ms for a lock. Throws what openStore throws.
 */
export function openReading(path: string, timeout: number): ReadingStore {
  const behind = openStore(path, { mustExist: true });
  try {
    const db = withStoreErrors(path, () => {
      const reading = keepStatements(new Database(path, { readonly: true, fileMustExist: true, timeout }));
      reading.pragma("query_only = ON");
      return reading;
    });
    return {
      store: { path, db },
      close() {
        db.close();
        behind.db.close();
      },
    };
  } catch (error) {
    behind.db.close();
    throw error;
  }
}

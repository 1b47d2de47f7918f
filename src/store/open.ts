import { existsSync, statSync } from "node:fs";
import Database from "better-sqlite3";
import { TareError } from "../errors.js";
import { keepStatements } from "./keep.js";
import { migrate, verifyVersion } from "./migrate.js";
import { asStoreError, withStoreErrors } from "./sqlite-errors.js";

/** "tare" in ASCII: marks a file as ours, so that no other SQLite database is ever written to. */
const APPLICATION_ID = 0x74617265;

/** An open database. Only the files of this folder look inside. */
export interface Store {
  readonly path: string;
  readonly db: Database.Database;
}

/**
 * Opens the database at `path`, creating or upgrading it unless `mustExist`.
 * Throws TARE_DB_FOREIGN, TARE_DB_NEWER, TARE_DB_MISSING, TARE_DB_READONLY, TARE_DB_DAMAGED.
 */
export function openStore(path: string, options: { mustExist?: boolean } = {}): Store {
  const existed = existsSync(path);
  if (!existed && options.mustExist) throw new TareError("TARE_DB_MISSING", "no such file", { where: path });
  if (existed && !statSync(path).isFile())
    throw new TareError("TARE_DB_FOREIGN", "this is not a file", { where: path });
  return withStoreErrors(path, () => {
    const db = open(path);
    try {
      const ours = verifyOwner(db, path);
      verifyVersion(db, path);
      db.pragma("journal_mode = WAL");
      db.pragma("synchronous = NORMAL");
      db.pragma("foreign_keys = ON");
      if (!ours) db.pragma(`application_id = ${APPLICATION_ID}`);
      migrate(db);
      return { path, db };
    } catch (error) {
      db.close();
      throw error;
    }
  });
}

function open(path: string): Database.Database {
  try {
    return keepStatements(new Database(path, { timeout: 10_000 }));
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    // better-sqlite3 reports a missing folder as a TypeError
    throw new TareError("TARE_DB_READONLY", error.message, { where: path, cause: error });
  }
}

/** Whether the file bears our mark; an empty one does not yet. Throws TARE_DB_FOREIGN. */
export function verifyOwner(db: Database.Database, path: string): boolean {
  const owner = db.pragma("application_id", { simple: true });
  const tables = db.prepare("SELECT count(*) FROM sqlite_schema").pluck().get();
  if (owner === APPLICATION_ID) return true;
  if (owner === 0 && tables === 0) return false;
  throw new TareError("TARE_DB_FOREIGN", "an SQLite database of another program", { where: path });
}

/** Runs `action` on an open store, names the database in what SQLite throws, and closes it whatever happens. */
export async function usingStore<T>(store: Store, action: (store: Store) => T | Promise<T>): Promise<T> {
  try {
    return await action(store);
  } catch (error) {
    throw asStoreError(error, store.path);
  } finally {
    store.db.close();
  }
}

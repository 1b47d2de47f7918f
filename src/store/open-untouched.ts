import { existsSync, statSync } from "node:fs";
import Database from "better-sqlite3";
import { TareError } from "../errors.js";
import { keepStatements } from "./keep.js";
import { verifyVersion, versionOf } from "./migrate.js";
import { type Store, verifyOwner } from "./open.js";
import { withStoreErrors } from "./sqlite-errors.js";

/** A database that is only looked at: neither upgraded nor written, whatever its schema. */
export interface UntouchedStore extends Store {
  /** Of its schema; at most the newest this tare knows. */
  readonly version: number;
}

/**
 * Opens a database without changing a byte of it. What a killed process left in the -wal file is read, and stays there.
 * Throws TARE_DB_MISSING, TARE_DB_FOREIGN, TARE_DB_NEWER, TARE_DB_READONLY (its folder: SQLite keeps an index beside it),
 * TARE_DB_BUSY, TARE_DB_DAMAGED.
 */
export function openUntouched(path: string, timeout = 10_000): UntouchedStore {
  if (!existsSync(path)) throw new TareError("TARE_DB_MISSING", "no such file", { where: path });
  if (!statSync(path).isFile()) throw new TareError("TARE_DB_FOREIGN", "this is not a file", { where: path });
  return withStoreErrors(path, () => {
    // A connection that may write tidies up after itself; with something in the -wal file it would move that over.
    const readonly = (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
    const db = keepStatements(new Database(path, { timeout, readonly }));
    try {
      db.pragma("query_only = ON");
      if (!verifyOwner(db, path))
        throw new TareError("TARE_DB_FOREIGN", "an empty file, not a database yet", { where: path });
      verifyVersion(db, path);
      return { path, db, version: versionOf(db) };
    } catch (error) {
      db.close();
      throw error;
    }
  });
}

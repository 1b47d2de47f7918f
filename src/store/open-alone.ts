import { accessSync, constants, existsSync, statSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import { TareError } from "../errors.js";
import { keepStatements } from "./keep.js";
import { migrate, verifyVersion } from "./migrate.js";
import { type Store, verifyOwner } from "./open.js";
import { withStoreErrors } from "./sqlite-errors.js";

/**
 * Opens an existing database that nobody else may have open, not even to read: SQLite's exclusive locking mode, which a WAL
 * database grants to its only connection. Throws TARE_DB_BUSY after `timeout` ms, else what openStore throws.
 */
export function openAlone(path: string, timeout = 2_000): Store {
  if (!existsSync(path)) throw new TareError("TARE_DB_MISSING", "no such file", { where: path });
  if (!statSync(path).isFile()) throw new TareError("TARE_DB_FOREIGN", "this is not a file", { where: path });
  requireWritable(path);
  return withStoreErrors(path, () => {
    const db = keepStatements(new Database(path, { timeout }));
    try {
      db.pragma("locking_mode = EXCLUSIVE"); // before anything is read: else the lock is shared
      if (!verifyOwner(db, path))
        throw new TareError("TARE_DB_FOREIGN", "an empty file, not a database yet", { where: path });
      verifyVersion(db, path);
      db.pragma("journal_mode = WAL");
      db.pragma("foreign_keys = ON");
      migrate(db);
      return { path, db };
    } catch (error) {
      db.close();
      throw error;
    }
  });
}

/** A lock for one alone is a write; SQLite calls its refusal an input or output error. */
function requireWritable(path: string): void {
  try {
    accessSync(path, constants.W_OK);
    accessSync(dirname(path), constants.W_OK);
  } catch (cause) {
    throw new TareError("TARE_DB_READONLY", "the database cannot be written", { where: path, cause });
  }
}

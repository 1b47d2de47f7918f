import Database from "better-sqlite3";
import { TareError } from "../errors.js";

const CAUSES = [
  { prefix: "SQLITE_NOTADB", code: "TARE_DB_FOREIGN", what: "this file is not an SQLite database" },
  { prefix: "SQLITE_CORRUPT", code: "TARE_DB_DAMAGED", what: "SQLite finds the file damaged" },
  { prefix: "SQLITE_FULL", code: "TARE_DB_FULL", what: "there is no space left to write" },
  {
    prefix: "SQLITE_IOERR_WRITE",
    code: "TARE_DB_FULL",
    what: "a write failed, most often for lack of space",
  },
  { prefix: "SQLITE_READONLY", code: "TARE_DB_READONLY", what: "the database cannot be written" },
  { prefix: "SQLITE_CANTOPEN", code: "TARE_DB_READONLY", what: "the database cannot be opened or created" },
  { prefix: "SQLITE_PERM", code: "TARE_DB_READONLY", what: "permission denied" },
  { prefix: "SQLITE_BUSY", code: "TARE_DB_BUSY", what: "another process holds the database" },
  { prefix: "SQLITE_LOCKED", code: "TARE_DB_BUSY", what: "another connection holds the database" },
] as const;

/** Turns what SQLite throws into a failure with a code and a place; anything else passes through. */
export function asStoreError(error: unknown, path: string): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  const cause = CAUSES.find(({ prefix }) => error.code.startsWith(prefix));
  if (cause === undefined) return error;
  return new TareError(cause.code, `${cause.what} (${error.message})`, { where: path, cause: error });
}

/** Runs `action`, naming the database in what SQLite throws. */
export function withStoreErrors<T>(path: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw asStoreError(error, path);
  }
}

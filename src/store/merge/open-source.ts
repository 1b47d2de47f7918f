import { copyFileSync, existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { TareError } from "../../errors.js";
import { newestVersion } from "../migrate.js";
import { openStore } from "../open.js";
import { openUntouched, type UntouchedStore } from "../open-untouched.js";
import { withStoreErrors } from "../sqlite-errors.js";
import { requireSpace } from "../vacuum/free-space.js";

/** A database to be read from, with today's schema, whose own file stays as it is. */
export interface SourceFile {
  /** To be attached: the file itself, or a copy. */
  readonly path: string;
  /** Of the schema of the file itself. */
  readonly version: number;
  close(): void;
}

/**
 * Opens a database to be merged into one at `into`. Where its schema is older, or its folder may not be written (SQLite
 * keeps an index there), a copy beside `into` takes its place, which is upgraded and gone afterwards. Throws as
 * openUntouched does, and TARE_DB_FULL where there is no room for the copy.
 */
export function openSource(path: string, into: string): SourceFile {
  const copies = copyFolder(into);
  try {
    const read = openOrCopy(path, copies);
    const { version } = read;
    if (read.path === path && version === newestVersion())
      return { path, version, close: () => closeAll(read, copies) };
    const upgraded = join(copies.path(), "upgraded.db");
    requireRoom(path, into);
    withStoreErrors(path, () => {
      read.db.pragma("query_only = OFF"); // which forbids to write anywhere
      read.db.prepare("VACUUM INTO ?").run(upgraded);
    });
    read.db.close();
    openStore(upgraded).db.close();
    return { path: upgraded, version, close: copies.remove };
  } catch (error) {
    copies.remove();
    throw error;
  }
}

function closeAll(read: UntouchedStore, copies: { remove(): void }): void {
  read.db.close();
  copies.remove();
}

function openOrCopy(path: string, copies: { path(): string }): UntouchedStore {
  try {
    return openUntouched(path);
  } catch (error) {
    if (!(error instanceof TareError) || error.code !== "TARE_DB_READONLY") throw error;
    // Nobody without more rights than ours can be writing there while it is copied.
    const copy = join(copies.path(), "copied.db");
    for (const end of ["", "-wal"]) if (existsSync(path + end)) copyFileSync(path + end, copy + end);
    return openUntouched(copy);
  }
}

function requireRoom(path: string, into: string): void {
  const bytes = ["", "-wal"].reduce(
    (sum, end) => sum + (statSync(path + end, { throwIfNoEntry: false })?.size ?? 0),
    0,
  );
  requireSpace(into, [{ folder: dirname(into), bytes }]);
}

/** A folder beside the database, made when it is needed; also gone when the process leaves at once. */
function copyFolder(into: string): { path(): string; remove(): void } {
  let made: string | undefined;
  const remove = () => {
    if (made !== undefined) rmSync(made, { recursive: true, force: true });
    process.off("exit", remove);
  };
  return {
    path() {
      if (made === undefined) process.once("exit", remove);
      made ??= mkdtempSync(`${into}.merge-`);
      return made;
    },
    remove,
  };
}

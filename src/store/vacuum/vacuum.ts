import { statSync } from "node:fs";
import { dirname } from "node:path";
import { openAlone } from "../open-alone.js";
import { withStoreErrors } from "../sqlite-errors.js";
import { requireSpace, temporaryFolder } from "./free-space.js";
import { mendSearchIndexes } from "./search-index.js";

export interface Vacuumed {
  /** Bytes of the file: of an older version, once it is upgraded, which adds tables. */
  readonly before: number;
  readonly after: number;
  /** Full-text indexes that were made anew. */
  readonly reindexed: readonly string[];
}

/**
 * Writes the database anew without the pages that nothing uses, measures its indexes for the planner (ANALYZE), and moves
 * the journal into the file. All or nothing, whenever the process ends. Refuses where anyone else has the file open
 * (TARE_DB_BUSY) and where the disk has no room for the copy (TARE_DB_FULL).
 */
export function vacuumStore(path: string, env: NodeJS.ProcessEnv, timeout?: number): Vacuumed {
  const { db } = openAlone(path, timeout);
  try {
    return withStoreErrors(path, () => {
      const store = { path, db };
      db.pragma("wal_checkpoint(TRUNCATE)");
      const before = sizeOf(path);
      const [pages, free, size] = ["page_count", "freelist_count", "page_size"].map(
        (name) => db.pragma(name, { simple: true }) as number,
      );
      const bytes = (pages! - free!) * size!;
      // The copy is made in a temporary file, and goes through the journal beside the database.
      requireSpace(path, [
        { folder: temporaryFolder(env), bytes },
        { folder: dirname(path), bytes },
      ]);
      db.exec("VACUUM");
      const reindexed = mendSearchIndexes(store);
      db.exec("ANALYZE");
      db.pragma("wal_checkpoint(TRUNCATE)");
      return { before, after: sizeOf(path), reindexed };
    });
  } finally {
    db.close();
  }
}

function sizeOf(path: string): number {
  return ["", "-wal"].reduce(
    (sum, end) => sum + (statSync(path + end, { throwIfNoEntry: false })?.size ?? 0),
    0,
  );
}

import { TareError } from "../../errors.js";
import { checkStore, SOUND } from "../check/check-store.js";
import { newestVersion } from "../migrate.js";
import type { Store } from "../open.js";
import { openUntouched } from "../open-untouched.js";
import { asStoreError } from "../sqlite-errors.js";
import { SOURCE } from "../transfer/copy-table.js";
import { mergeAttached } from "./merge-source.js";
import type { Merged } from "./merged.js";
import { openSource } from "./open-source.js";

/** Rows come in the order of the source, and find their places in indexes of another order: these should stay in memory. */
const CACHE_KB = 200_000;

export interface MergingAround {
  /** What is being done, how far. Between two pieces of work: may throw, to stop. */
  turn(doing: string, done: number, of: number): Promise<void>;
  now(): string;
}

/**
 * Merges one database into another that is open, by the keys of its rows. The source is checked first (what is merged once
 * cannot be told apart again) and is not written to. Merging it again changes nothing. Throws TARE_DB_…; then nothing of
 * this source was taken.
 */
export async function mergeStore(store: Store, path: string, around: MergingAround): Promise<Merged> {
  const file = openSource(path, store.path);
  try {
    await requireSound(file.path, path, around);
    store.db.prepare(`ATTACH ? AS ${SOURCE}`).run(file.path);
    store.db.pragma(`main.cache_size = -${CACHE_KB}`);
    try {
      const merged = await mergeAttached(store, {
        turn: (done, of) => around.turn(`merging ${path}`, done, of),
        now: around.now,
      });
      return { source: path, version: file.version, upgraded: file.version < newestVersion(), ...merged };
    } catch (error) {
      throw fromSource(error, path, store.path);
    } finally {
      store.db.exec(`DETACH ${SOURCE}`);
    }
  } finally {
    file.close();
  }
}

async function requireSound(file: string, path: string, { turn }: MergingAround): Promise<void> {
  const source = openUntouched(file);
  try {
    const { findings, results } = await checkStore(
      source,
      (_, done, of) => turn(`checking ${path}`, done, of),
      SOUND,
    );
    if (findings === 0) return;
    const of = results.filter(({ findings: found }) => (found ?? 0) > 0).map(({ name }) => name);
    throw new TareError(
      "TARE_DB_CONTENT",
      `it is not sound (${of.join(", ")}), and nothing of it was merged`,
      {
        where: path,
        fix: `See what is wrong: tare db check --db ${path}`,
      },
    );
  } finally {
    source.db.close();
  }
}

/** A row that the schema forbids comes from the source; anything else is told of the database that is written. */
function fromSource(error: unknown, path: string, into: string): unknown {
  const code = (error as { code?: unknown }).code;
  if (typeof code !== "string" || !code.startsWith("SQLITE_CONSTRAINT")) return asStoreError(error, into);
  return new TareError(
    "TARE_DB_CONTENT",
    `a row cannot be taken (${(error as Error).message}); nothing was merged`,
    {
      where: path,
      cause: error,
      fix: `See what is wrong: tare db check --db ${path}`,
    },
  );
}

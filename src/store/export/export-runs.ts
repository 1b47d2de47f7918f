import { TareError } from "../../errors.js";
import { countLooks, recordLooks } from "../looks.js";
import { openStore, type Store } from "../open.js";
import { fillMissingRewards } from "../rewards/fill-rewards.js";
import type { RunRow } from "../runs.js";
import { asStoreError, withStoreErrors } from "../sqlite-errors.js";
import { copyTable, SOURCE } from "../transfer/copy-table.js";
import { listTables, type TableShape } from "../transfer/tables.js";
import { fillWords } from "../words/fill-words.js";
import { keptOf, noteKept } from "./keep-runs.js";

/** Indexes are filled in another order than tables: their pages should stay in memory. */
const CACHE_KB = 200_000;

export interface Exported {
  readonly tables: readonly { readonly table: string; readonly rows: number }[];
}

/**
 * Writes a database at `path` that holds these runs and what they rest on, and nothing else of the store: it opens, reports
 * and goes on like any other. `path` is empty or not there. Throws TARE_DB_FULL, TARE_DB_READONLY.
 */
export async function exportRuns(
  store: Store,
  runs: readonly RunRow[],
  path: string,
  turn: (done: number, of: number) => Promise<void>,
): Promise<Exported> {
  const made = withStoreErrors(path, () => openStore(path));
  try {
    const { db } = made;
    // Nobody else knows this file yet, and where the process ends it goes: no journal is of use.
    db.pragma("journal_mode = OFF");
    db.pragma("synchronous = OFF");
    db.pragma(`main.cache_size = -${CACHE_KB}`);
    db.prepare(`ATTACH ? AS ${SOURCE}`).run(store.path);
    db.exec("BEGIN");
    noteKept(
      made,
      runs.map(({ id }) => id),
    );
    const tables = await copyKept(made, turn);
    for (const run of runs) keepLooks(store, made, run);
    db.exec("COMMIT");
    db.exec(`DETACH ${SOURCE}`);
    fillMissingRewards(db);
    await fillWords(made);
    return { tables };
  } catch (error) {
    const failure = asStoreError(error, path);
    // Nothing is written but the new file: what else fails is the store's.
    throw failure instanceof TareError && failure.code === "TARE_DB_FULL"
      ? failure
      : asStoreError(error, store.path);
  } finally {
    made.db.close();
  }
}

async function copyKept(made: Store, turn: (done: number, of: number) => Promise<void>) {
  const copied: { table: string; rows: number }[] = [];
  const tables = listTables(made);
  for (const [done, table] of tables.entries()) {
    const kept = keptOf(table);
    const again = () => turn(done, tables.length);
    await again();
    if (kept !== undefined) copied.push(await copyOne(made, table, { ...kept, turn: again }));
  }
  return copied.filter(({ rows }) => rows > 0);
}

async function copyOne(made: Store, table: TableShape, options: Parameters<typeof copyTable>[2]) {
  return { table: table.name, rows: await copyTable(made, table, options) };
}

/** Without the runs beside it, its looks could not be counted any more. */
function keepLooks(store: Store, made: Store, run: RunRow): void {
  const looks = countLooks(store, run);
  if (looks.all > 1) recordLooks(made, run.id, run.createdAt, looks);
}

import { existsSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import Database from "better-sqlite3";

/** Where a run stands, seen from outside. */
export interface Standing {
  readonly items: number;
  readonly pairs: number;
  readonly scores: number;
  readonly state: string;
}

const NOTHING: Standing = { items: 0, pairs: 0, scores: 0, state: "" };

/** Reads it beside the running process; a database that is not there yet, or just being made, is nothing. */
export function standingOf(file: string): Standing {
  if (!existsSync(file)) return NOTHING;
  let db: Database.Database | undefined;
  try {
    db = new Database(file, { readonly: true, timeout: 1_000 });
    const counts = db.prepare<[], Standing>(
      `SELECT (SELECT count(*) FROM items) AS items, (SELECT count(*) FROM run_pairs) AS pairs,
              (SELECT count(*) FROM scores) AS scores, coalesce((SELECT state FROM runs), '') AS state`,
    );
    return counts.get()!;
  } catch (error) {
    if (error instanceof Database.SqliteError) return NOTHING;
    throw error;
  } finally {
    db?.close();
  }
}

/** Waits until a run has come so far, or has ended; says where it then stood. */
export async function until(
  file: string,
  reached: (standing: Standing) => boolean,
  ended: () => boolean,
): Promise<Standing> {
  for (;;) {
    const standing = standingOf(file);
    if (reached(standing) || ended()) return standing;
    await pause(1);
  }
}

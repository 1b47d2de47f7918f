import { createHash } from "node:crypto";
import type { Store } from "./open.js";
import { DERIVED_TABLES } from "./rewards/tables.js";

/** Columns that say when, where or how fast, not what. */
const NOT_CONTENT: Readonly<Record<string, readonly string[]>> = {
  runs: ["created_at", "tare_version", "token_budget", "threads", "judged_by"],
  scorers: ["name"],
  oracle_calls: ["cost", "attempts", "milliseconds", "at"],
};
/** What happened, and what was exported when: history, not content. */
const NOT_CONTENT_TABLES = new Set([
  ...["events", "meta", "run_files", "throughputs", "tunings"],
  ...["training_exports", "export_digests", "export_operators", "run_exports", "run_exported_items"],
]);

export interface TableDigest {
  readonly table: string;
  readonly rows: number;
  readonly digest: string;
}

/**
 * SHA-256 of every table's rows in the order of their content, times and file paths left out:
 * two databases with equal digests hold the same texts, pairs, scores and verdicts, however they came about.
 */
export function digestTables({ db }: Store): TableDigest[] {
  const tables = db
    .prepare<[], string>(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    )
    .pluck()
    .all();
  return tables
    .filter((table) => !NOT_CONTENT_TABLES.has(table) && !DERIVED_TABLES.has(table))
    .map((table) => digestTable(db, table));
}

function digestTable(db: Store["db"], table: string): TableDigest {
  const left = NOT_CONTENT[table] ?? [];
  const columns = db
    .prepare<[string], string>("SELECT name FROM pragma_table_info(?) ORDER BY name")
    .pluck()
    .all(table)
    .filter((column) => !left.includes(column))
    .map((column) => `"${column}"`);
  const hash = createHash("sha256");
  let rows = 0;
  const all = db.prepare(`SELECT ${columns.join(", ")} FROM "${table}" ORDER BY ${columns.join(", ")}`).raw();
  for (const row of all.iterate()) {
    hash.update(JSON.stringify(row));
    hash.update("\n");
    rows++;
  }
  return { table, rows, digest: hash.digest("hex") };
}

export function combineDigests(tables: readonly TableDigest[]): string {
  return createHash("sha256").update(JSON.stringify(tables)).digest("hex");
}

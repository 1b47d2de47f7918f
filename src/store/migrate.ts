import { readdirSync, readFileSync } from "node:fs";
import type Database from "better-sqlite3";
import { TareError } from "../errors.js";
import { digestOf } from "../keys.js";
import { packagePath } from "../paths.js";
import { fillMissingRewards } from "./rewards/fill-rewards.js";

export interface Migration {
  readonly number: number;
  readonly sql: string;
}

/** db/migrations/NNNN-name.sql, in order; append-only. The file's number becomes user_version. */
export function migrations(): readonly Migration[] {
  const folder = packagePath("db", "migrations");
  return readdirSync(folder)
    .filter((file) => /^\d{4}-.+\.sql$/.test(file))
    .sort()
    .map((file) => ({ number: Number(file.slice(0, 4)), sql: readFileSync(`${folder}/${file}`, "utf8") }));
}

export function versionOf(db: Database.Database): number {
  return Number(db.pragma("user_version", { simple: true }));
}

export function newestVersion(): number {
  return migrations().at(-1)!.number;
}

export function verifyVersion(db: Database.Database, path: string): void {
  const newest = newestVersion();
  const found = versionOf(db);
  if (found <= newest) return;
  throw new TareError("TARE_DB_NEWER", `its schema is version ${found}, this tare knows ${newest}`, {
    where: path,
  });
}

/**
 * Applies what is missing in one transaction, then refreshes the views of db/views when their text has changed. One that
 * fails leaves the database at the version it had. Complete runs get the rewards that an older tare did not keep.
 */
export function migrate(db: Database.Database, steps: readonly Migration[] = migrations()): void {
  const missing = () => steps.filter(({ number }) => number > versionOf(db));
  if (missing().length > 0) {
    db.transaction(() => {
      // Asked again behind the lock: another process may have been quicker.
      for (const { number, sql } of missing()) {
        db.exec(sql);
        db.pragma(`user_version = ${number}`);
      }
    }).immediate();
  }
  refreshViews(db);
  fillMissingRewards(db);
}

/** The SQL of db/views, in file order. */
export function viewDefinitions(): string[] {
  const folder = packagePath("db", "views");
  return readdirSync(folder)
    .filter((file) => file.endsWith(".sql"))
    .sort()
    .map((file) => readFileSync(`${folder}/${file}`, "utf8"));
}

/** Views hold no data: they are dropped and made anew, in file order, whenever one of them has changed. */
function refreshViews(db: Database.Database): void {
  const definitions = viewDefinitions();
  const digest = digestOf(definitions);
  if (db.prepare("SELECT value FROM meta WHERE name = 'views'").pluck().get() === digest) return;
  db.transaction(() => {
    const existing = db
      .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'view'")
      .pluck()
      .all();
    for (const name of existing) db.exec(`DROP VIEW "${name}"`);
    for (const definition of definitions) db.exec(definition);
    db.prepare("INSERT OR REPLACE INTO meta (name, value) VALUES ('views', ?)").run(digest);
  }).immediate();
}

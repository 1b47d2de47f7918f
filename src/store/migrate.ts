import { readdirSync, readFileSync } from "node:fs";
import type Database from "better-sqlite3";
import { TareError } from "../errors.js";
import { digestOf } from "../keys.js";
import { packagePath } from "../paths.js";

interface Migration {
  readonly number: number;
  readonly sql: string;
}

/** db/migrations/NNNN-name.sql, in order; append-only. The file's number becomes user_version. */
function migrations(): readonly Migration[] {
  const folder = packagePath("db", "migrations");
  return readdirSync(folder)
    .filter((file) => /^\d{4}-.+\.sql$/.test(file))
    .sort()
    .map((file) => ({ number: Number(file.slice(0, 4)), sql: readFileSync(`${folder}/${file}`, "utf8") }));
}

function versionOf(db: Database.Database): number {
  return Number(db.pragma("user_version", { simple: true }));
}

export function verifyVersion(db: Database.Database, path: string): void {
  const newest = migrations().at(-1)!.number;
  const found = versionOf(db);
  if (found <= newest) return;
  throw new TareError("TARE_DB_NEWER", `its schema is version ${found}, this tare knows ${newest}`, {
    where: path,
  });
}

/** Applies what is missing in one transaction, then refreshes the views of db/views when their text has changed. */
export function migrate(db: Database.Database): void {
  const missing = () => migrations().filter(({ number }) => number > versionOf(db));
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
}

/** Views hold no data: they are dropped and made anew, in file order, whenever one of them has changed. */
function refreshViews(db: Database.Database): void {
  const folder = packagePath("db", "views");
  const files = readdirSync(folder)
    .filter((file) => file.endsWith(".sql"))
    .sort();
  const definitions = files.map((file) => readFileSync(`${folder}/${file}`, "utf8"));
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

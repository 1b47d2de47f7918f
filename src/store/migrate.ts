import { readdirSync, readFileSync } from "node:fs";
import type Database from "better-sqlite3";
import { TareError } from "../errors.js";
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
  throw new TareError("TARE_DB_NEWER", `its schema is version ${found}, this tare knows ${newest}`, { where: path });
}

/** Applies what is missing in one transaction, then (re)creates the views of db/views: they hold no data. */
export function migrate(db: Database.Database): void {
  const missing = migrations().filter(({ number }) => number > versionOf(db));
  if (missing.length === 0) return;
  db.transaction(() => {
    for (const { number, sql } of missing) {
      db.exec(sql);
      db.pragma(`user_version = ${number}`);
    }
    createViews(db);
  }).immediate();
}

function createViews(db: Database.Database): void {
  const folder = packagePath("db", "views");
  const files = readdirSync(folder).filter((file) => file.endsWith(".sql"));
  for (const file of files.sort()) {
    db.exec(`DROP VIEW IF EXISTS ${file.replace(/^\d+-|\.sql$/g, "").replaceAll("-", "_")};`);
  }
  for (const file of files.sort()) db.exec(readFileSync(`${folder}/${file}`, "utf8"));
}

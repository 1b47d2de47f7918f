import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, test } from "vitest";
import { packagePath } from "../../src/paths.js";
import { migrate, migrations, newestVersion } from "../../src/store/migrate.js";
import { openStore } from "../../src/store/open.js";
import { removeStore } from "../../src/store/remove.js";
import { ask, askOne, complaints } from "../cli/database.js";
import { workplace } from "../cli/workplace.js";

const place = workplace();
const at = (name: string) => join(place.path, name);
const made = (name: string): string => {
  openStore(at(name)).db.close();
  return at(name);
};
const sqlOf = (folder: string) =>
  readdirSync(packagePath("db", folder))
    .sort()
    .map((file) => readFileSync(packagePath("db", folder, file), "utf8"))
    .join("\n");
const names = (file: string, type: string) =>
  ask<{ name: string }>(
    file,
    `SELECT name FROM sqlite_schema WHERE type = '${type}' AND name NOT LIKE 'sqlite_%'`,
  ).map(({ name }) => name);

describe("a new database", () => {
  test("holds every table and view of db/, marked as tare's and numbered by the last migration", () => {
    const file = made("new.db");
    const declared = (sql: string, what: string) =>
      [...sql.matchAll(new RegExp(`^CREATE (?:UNIQUE )?${what} (\\w+)`, "gm"))].map(([, name]) => name!);
    // A full-text index brings tables of its own.
    const tables = names(file, "table").filter((name) => !/_words(_|$)/.test(name));
    expect(tables.sort()).toEqual(declared(sqlOf("migrations"), "TABLE").sort());
    expect(names(file, "table")).toEqual(expect.arrayContaining(["response_words", "prompt_words"]));
    expect(names(file, "view").sort()).toEqual(declared(sqlOf("views"), "VIEW").sort());
    const dropped = [...sqlOf("migrations").matchAll(/^DROP INDEX (\w+)/gm)].map(([, name]) => name!);
    const indexes = declared(sqlOf("migrations"), "INDEX").filter((name) => !dropped.includes(name));
    expect(names(file, "index").sort()).toEqual(indexes.sort());
    const last = readdirSync(packagePath("db", "migrations")).sort().at(-1)!;
    expect(askOne(file, "PRAGMA user_version")).toBe(Number(last.slice(0, 4)));
    expect(Buffer.from(askOne(file, "PRAGMA application_id").toString(16), "hex").toString()).toBe("tare");
    expect(complaints(file)).toEqual([]);
  });

  test("writes ahead, holds foreign keys, and refuses what its columns forbid", () => {
    const store = openStore(at("rules.db"));
    expect(store.db.pragma("journal_mode", { simple: true })).toBe("wal");
    const refuses = (sql: string, code: string) =>
      expect(() => store.db.exec(sql)).toThrow(expect.objectContaining({ code }));
    refuses("INSERT INTO texts VALUES ('t', 'no prompt', 'x')", "SQLITE_CONSTRAINT_FOREIGNKEY");
    refuses("INSERT INTO prompts VALUES ('p', 'no json', 'x')", "SQLITE_CONSTRAINT_CHECK");
    refuses("INSERT INTO meta VALUES ('only one')", "SQLITE_ERROR");
    store.db.close();
  });

  test("numbers of migrations are without gap or double", () => {
    const numbers = readdirSync(packagePath("db", "migrations"))
      .sort()
      .map((file) => Number(file.slice(0, 4)));
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });
});

describe("opening again", () => {
  test("changes nothing, not even the file's change counter", () => {
    const file = made("again.db");
    const before = readFileSync(file);
    openStore(file, { mustExist: true }).db.close();
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  test("makes views anew when their text is another, and drops those that are gone", () => {
    const file = made("views.db");
    const text = () =>
      askOne<string>(
        file,
        "SELECT group_concat(sql, ';' ORDER BY name) FROM sqlite_schema WHERE type = 'view'",
      );
    const fresh = text();
    const db = new Database(file);
    db.exec(
      "DROP VIEW latest_runs; CREATE VIEW latest_runs AS SELECT 1 AS stale; CREATE VIEW forgotten AS SELECT 2 AS x",
    );
    db.exec("UPDATE meta SET value = 'of another tare' WHERE name = 'views'");
    db.close();
    openStore(file).db.close();
    expect(names(file, "view")).not.toContain("forgotten");
    expect(text()).toBe(fresh);
  });

  test("goes on from a database that has its mark but no table yet", () => {
    const db = new Database(at("begun.db"));
    db.pragma(`application_id = ${0x74617265}`);
    db.close();
    expect(names(made("begun.db"), "table")).toContain("runs");
  });

  test("leaves a migration undone as a whole when it cannot be finished", () => {
    const db = new Database(at("half.db"));
    db.pragma(`application_id = ${0x74617265}`);
    db.exec("CREATE TABLE verdicts (x)"); // in the way of the schema
    db.close();
    expect(() => openStore(at("half.db"))).toThrow();
    expect(names(at("half.db"), "table")).toEqual(["verdicts"]);
    expect(askOne(at("half.db"), "PRAGMA user_version")).toBe(0);
  });
});

describe("a migration that fails", () => {
  const added = (sql: string, number = newestVersion() + 1) => ({ number, sql });
  const broken =
    "CREATE TABLE half (x TEXT) STRICT; UPDATE texts SET response = ''; INSERT INTO nowhere VALUES (1)";

  test.each([
    ["alone", [added(broken)]],
    [
      "after one that went well",
      [added("CREATE TABLE whole (x TEXT) STRICT"), added(broken, newestVersion() + 2)],
    ],
  ])("%s: the database stays at the version and with the rows it had", (_, more) => {
    const file = made("broken.db");
    const { db } = openStore(file);
    db.exec("INSERT INTO prompts VALUES ('p', '[]', ''); INSERT INTO texts VALUES ('t', 'p', 'said')");
    expect(() => migrate(db, [...migrations(), ...more])).toThrow(/nowhere/);
    expect(db.inTransaction).toBe(false);
    db.close();
    expect(askOne(file, "PRAGMA user_version")).toBe(newestVersion());
    expect(names(file, "table")).not.toContain("half");
    expect(names(file, "table")).not.toContain("whole");
    expect(askOne<string>(file, "SELECT response FROM texts")).toBe("said");
    expect(complaints(file)).toEqual([]);
    removeStore(file);
  });
});

test("removing takes the database with its side files, and nothing where there is none", () => {
  const file = made("old.db");
  removeStore(file);
  removeStore(file);
  expect(readdirSync(place.path).filter((name) => name.startsWith("old.db"))).toEqual([]);
});

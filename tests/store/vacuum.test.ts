import { copyFileSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { beforeAll, describe, expect, test } from "vitest";
import { digestTables } from "../../src/store/digest.js";
import { openStore } from "../../src/store/open.js";
import { requireSpace, temporaryFolder } from "../../src/store/vacuum/free-space.js";
import { mendSearchIndexes } from "../../src/store/vacuum/search-index.js";
import { vacuumStore } from "../../src/store/vacuum/vacuum.js";
import { askOne, complaints } from "../cli/database.js";
import { workplace } from "../cli/workplace.js";
import { addRun } from "./scored-store.js";

const place = workplace();
const at = (name: string) => join(place.path, name);
const good = at("good.db");
const vacuum = (file: string) => vacuumStore(file, process.env, 50);

const contentOf = (file: string) => {
  const store = openStore(file);
  try {
    return digestTables(store);
  } finally {
    store.db.close();
  }
};

beforeAll(() => {
  const store = openStore(good);
  const made = Array.from({ length: 300 }, (_, index) => ({
    subset: "",
    responses: [{ role: "chosen" as const, score: index, changed: index + 1 }],
  }));
  addRun(store, made, "m");
  // What is deleted leaves pages behind that nothing uses.
  store.db.exec(
    "CREATE TABLE passing (x TEXT); INSERT INTO passing SELECT hex(randomblob(500)) FROM scores; DROP TABLE passing",
  );
  store.db.close();
});

test("gives space back, keeps every row, measures the indexes, and leaves one file", () => {
  copyFileSync(good, at("t.db"));
  const before = contentOf(at("t.db"));
  const { before: large, after } = vacuum(at("t.db"));
  expect(after).toBeLessThan(large);
  expect([large, after]).toEqual([statSync(good).size, statSync(at("t.db")).size]);
  expect(readdirSync(place.path).filter((name) => name.startsWith("t.db"))).toEqual(["t.db"]);
  expect(contentOf(at("t.db"))).toEqual(before);
  expect(complaints(at("t.db"))).toEqual([]);
  expect(askOne(at("t.db"), "PRAGMA freelist_count")).toBe(0);
  expect(askOne(at("t.db"), "SELECT count(*) FROM sqlite_stat1 WHERE tbl = 'scores'")).toBeGreaterThan(0);
});

describe("while another process has the file open", () => {
  test.each([
    ["in a write", (db: Database.Database) => db.exec("BEGIN IMMEDIATE; DELETE FROM events")],
    ["between two writes", (db: Database.Database) => db.prepare("SELECT count(*) FROM texts").get()],
  ])("%s: refused, and nothing is changed", (_, hold) => {
    copyFileSync(good, at("held.db"));
    const other = new Database(at("held.db"));
    hold(other);
    const before = readFileSync(at("held.db"));
    expect(() => vacuum(at("held.db"))).toThrow(expect.objectContaining({ code: "TARE_DB_BUSY", exit: 2 }));
    expect(readFileSync(at("held.db")).equals(before)).toBe(true);
    other.close();
  });
});

test.each([
  ["TARE_DB_FOREIGN", (db: Database.Database) => db.exec("CREATE TABLE notes (x)")],
  ["TARE_DB_FOREIGN", () => {}],
  [
    "TARE_DB_NEWER",
    (db: Database.Database) => db.exec("PRAGMA application_id = 0x74617265; PRAGMA user_version = 9999"),
  ],
])("%s: left as it is", (code, make) => {
  const db = new Database(at(`${code}.db`));
  make(db);
  db.close();
  const before = readFileSync(at(`${code}.db`));
  expect(() => vacuum(at(`${code}.db`))).toThrow(expect.objectContaining({ code }));
  expect(readFileSync(at(`${code}.db`)).equals(before)).toBe(true);
});

describe("room for the copy", () => {
  test("needs on one file system add up, and what is free is told", () => {
    const two = [1, 2].map(() => ({ folder: place.path, bytes: 1e18 }));
    expect(() => requireSpace("x.db", two)).toThrow(
      expect.objectContaining({
        code: "TARE_DB_FULL",
        message: expect.stringMatching(/^2000000000000\.0 MB are needed in .* are free$/),
      }),
    );
    expect(() => requireSpace("x.db", [{ folder: place.path, bytes: 1 }])).not.toThrow();
  });

  test("is looked for where SQLite puts its temporary files", () => {
    expect(temporaryFolder({ SQLITE_TMPDIR: place.path, TMPDIR: "/" })).toBe(place.path);
    expect(temporaryFolder({ SQLITE_TMPDIR: at("none"), TMPDIR: place.path })).toBe(place.path);
    expect(temporaryFolder({})).toMatch(/tmp$/);
  });
});

test("a full-text index that knows its rows by rowid is made anew when these change", () => {
  const store = openStore(at("fts.db"));
  store.db.exec(`CREATE TABLE words (key TEXT, said TEXT) STRICT;
    CREATE VIRTUAL TABLE search USING fts5 (said, content = 'words');
    INSERT INTO words VALUES ('a', 'zebra'), ('b', 'otter'), ('c', 'heron');
    INSERT INTO search (search) VALUES ('rebuild');`);
  expect(mendSearchIndexes(store)).toEqual([]);
  store.db.exec(
    "DELETE FROM words WHERE key = 'a'; INSERT INTO search (search, rowid, said) VALUES ('delete', 1, 'zebra')",
  );
  store.db.close();
  expect(vacuum(at("fts.db")).reindexed).toEqual(["search"]);
  const heron = "SELECT w.key FROM search JOIN words w ON w.rowid = search.rowid WHERE search MATCH 'heron'";
  expect(askOne<string>(at("fts.db"), heron)).toBe("c");
});

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { answerer } from "../../../src/store/ask/answer.js";
import type { FromChild } from "../../../src/store/ask/protocol.js";
import { openStore } from "../../../src/store/open.js";
import { workplace } from "../../cli/workplace.js";
import { addRun } from "../scored-store.js";

const place = workplace();
const file = join(place.path, "tare.db");

/** What the process of a query answers to a question and to "more", here without a process. */
function answerOf(sql: string): FromChild {
  const answer = answerer();
  const begun = answer({ type: "begin", path: file, sql, values: {} });
  return begun.type === "columns" ? answer({ type: "more", most: 100 }) : begun;
}

beforeAll(() => {
  const store = openStore(file);
  addRun(store, [{ subset: "a", responses: [{ role: "chosen", score: 2, changed: 1 }] }], "model");
  store.db.pragma("wal_checkpoint(TRUNCATE)");
  return () => store.db.close();
});

describe("a question that is none is refused, and the database stays as it is", () => {
  const NOT_READING = [
    "DELETE FROM runs",
    "DELETE FROM runs RETURNING id",
    "WITH x AS (SELECT 1) DELETE FROM runs RETURNING id",
    "WITH x(id) AS (SELECT 1) UPDATE runs SET seed = 9 WHERE id IN (SELECT id FROM x)",
    "INSERT INTO meta VALUES ('a', 'b')",
    "REPLACE INTO meta VALUES ('a', 'b')",
    "DROP TABLE runs",
    "CREATE TEMP TABLE t AS SELECT 1",
    "ATTACH 'other.db' AS other",
    "DETACH main",
    "BEGIN EXCLUSIVE",
    "VACUUM INTO 'copy.db'",
    "VACUUM",
    "ANALYZE",
    "PRAGMA user_version = 3",
    "PRAGMA journal_mode = DELETE",
    "PRAGMA wal_checkpoint",
    "PRAGMA query_only = OFF",
    "/* a question */ -- truly\n pragma user_version",
    "EXPLAIN PRAGMA query_only = OFF",
    "EXPLAIN QUERY PLAN DELETE FROM runs",
    "EXPLAIN/**/PRAGMA query_only = OFF",
    "explain -- why\n query/* */plan/* */pragma writable_schema = ON",
    "SELECT 1; DELETE FROM runs",
    "SELECT 1; SELECT 2",
    ".tables",
  ];

  test.each(NOT_READING)("%s", (sql) => {
    const before = readFileSync(file);
    const files = readdirSync(place.path).sort();
    expect(answerOf(sql)).toMatchObject({ code: "TARE_QUERY_NOT_READING" });
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(readdirSync(place.path).sort()).toEqual(files);
  });

  test.each([
    ["SELECT load_extension('x')", /not authorized/],
    ["SELECT writefile('x', 'y')", /no such function: writefile/],
    ["SELECT readfile('/etc/hostname')", /no such function: readfile/],
    ["SELECT fts3_tokenizer('x', x'00')", /disabled/],
    ["SELEC 1", /begins with SELECT/],
    ["SELECT * FROM pair_score", /no such table: pair_score \(did you mean pair_scores\?\)/],
    ["SELECT colour FROM runs", /no such column: colour/],
    ["SELECT (", /incomplete input/],
    ["", /there is no SQL/],
    ["-- only a remark", /there is no SQL/],
    [" ; ", /begins with SELECT/],
    ["SELECT 1 \0; SELECT 2", /a NUL character/],
  ])("%s", (sql, says) => {
    expect(answerOf(sql)).toMatchObject({
      code: expect.stringMatching(/^TARE_QUERY_(SQL|NOT_READING)$/),
      what: expect.stringMatching(says),
    });
  });

  test("what only looks like a write is a question", () => {
    for (const sql of [
      "SELECT 'DELETE FROM runs; --' AS x;",
      "-- why\n/* so */ SELECT 1 -- end",
      "VALUES (1)",
      "EXPLAIN QUERY PLAN SELECT * FROM runs",
      "EXPLAIN/**/QUERY--\nPLAN SELECT * FROM runs",
    ])
      expect(answerOf(sql)).toMatchObject({ type: "rows", rows: { length: 1 }, end: true });
  });
});

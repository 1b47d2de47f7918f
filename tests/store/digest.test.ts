import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { combineDigests, digestTables } from "../../src/store/digest.js";
import { openStore, usingStore } from "../../src/store/open.js";
import { DERIVED_TABLES } from "../../src/store/rewards/tables.js";
import { ask, complaints } from "../cli/database.js";
import { lines, preferences } from "../cli/preferences.js";
import { COMPLETENESS } from "../cli/rubrics.js";
import { workplace } from "../cli/workplace.js";
import { weigh } from "../stages/weighing.js";
import { fillOracles } from "./filled-oracles.js";

const place = workplace();
const file = join(place.path, "tare.db");

beforeAll(async () => {
  place.file("data.jsonl", lines(preferences(8)));
  place.file("rubric.json", COMPLETENESS);
  await weigh(place.path, { augmentations: ["markdown-to-plain"] }); // which does not apply to all
  await usingStore(openStore(file), (store) =>
    fillOracles(store, store.db.prepare<[], string>("SELECT id FROM runs").pluck().get()!),
  );
});

/** The digest after a change, which is taken back. */
function digestAfter(sql: string): string {
  const { db, path } = openStore(file);
  try {
    db.pragma("foreign_keys = OFF");
    db.exec("BEGIN");
    expect(db.prepare(sql).run().changes, sql).toBeGreaterThan(0);
    return combineDigests(digestTables({ db, path }));
  } finally {
    if (db.inTransaction) db.exec("ROLLBACK");
    db.close();
  }
}

describe("the digest of a database", () => {
  const same = digestAfter.bind(undefined, "UPDATE runs SET seed = seed");

  test.each([
    "UPDATE texts SET response = response || '.' WHERE key = (SELECT min(key) FROM texts)",
    "UPDATE scores SET logit = logit + 1e-12 WHERE text = (SELECT min(text) FROM scores)",
    "DELETE FROM scores WHERE text = (SELECT min(text) FROM scores)",
    "UPDATE effects SET lower = NULL WHERE metric = 'correct-direction'",
    "UPDATE verdicts SET verdict = 'fail'",
    "UPDATE runs SET state = 'analyzing'",
    "UPDATE runs SET verdict = NULL",
    "UPDATE responses SET position = position + 10",
    "UPDATE skips SET reason = 'another'",
    "UPDATE oracle_calls SET answer = answer || ' '",
    "UPDATE oracle_interventions SET outcome = 'refused', reason = 'verifier-moved' WHERE outcome = 'verified'",
  ])("changes with %s", (sql) => expect(digestAfter(sql)).not.toBe(same()));

  test.each([
    "UPDATE runs SET created_at = '2001-01-01T00:00:00Z'",
    "UPDATE runs SET tare_version = '0.0.0'",
    "UPDATE run_files SET file = 'elsewhere.jsonl'",
    "UPDATE oracle_calls SET at = '2001-01-01T00:00:00Z', attempts = 3, milliseconds = 1, cost = 0.1",
    "UPDATE events SET at = '2001-01-01T00:00:00Z'",
    "INSERT INTO events (at, kind, detail) VALUES ('now', 'looked', '')",
    "UPDATE scorers SET name = 'another folder'",
    "UPDATE runs SET token_budget = 2048, threads = 7, judged_by = '0.0.0'",
  ])("stays with %s", (sql) => expect(digestAfter(sql)).toBe(same()));

  test("names every table of content with its rows", () => {
    const store = openStore(file);
    const tables = digestTables(store);
    const counts = tables.map(({ table }) => store.db.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
    store.db.close();
    expect(tables.map(({ rows }) => rows)).toEqual(counts);
    const all = ask<{ name: string }>(
      file,
      "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name",
    );
    const exports = "training_exports export_digests export_operators run_exports run_exported_items";
    const aside = ["events", "meta", "run_files", "throughputs", "tunings", ...exports.split(" ")];
    const content = all
      .map(({ name }) => name)
      .filter(
        (name) => !/^sqlite_|_words(_|$)/.test(name) && !aside.includes(name) && !DERIVED_TABLES.has(name),
      );
    expect(tables.map(({ table }) => table)).toEqual(content);
    expect(complaints(file)).toEqual([]);
  });
});

import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import Database from "better-sqlite3";
import { beforeAll, describe, expect, test } from "vitest";
import type { RunView } from "../../src/contract.js";
import { TareError } from "../../src/errors.js";
import { viewStoredRuns } from "../../src/stages/rejudge.js";
import { checkStore } from "../../src/store/check/check-store.js";
import { combineDigests, digestTables } from "../../src/store/digest.js";
import { mergeStore } from "../../src/store/merge/merge-stores.js";
import type { Merged } from "../../src/store/merge/merged.js";
import { openStore, usingStore } from "../../src/store/open.js";
import { openUntouched, type UntouchedStore } from "../../src/store/open-untouched.js";
import { complaints } from "../cli/database.js";
import { workplace } from "../cli/workplace.js";
import {
  DIGITS,
  emptyTables,
  everyRow,
  fillTables,
  LONG,
  weighInto,
  weighRollouts,
  withDatabase,
} from "./filled-store.js";

const place = workplace();
const at = (name: string) => join(place.path, name);
const NOW = "2026-03-01T00:00:00.000Z";

/** Merges in order into a database; `stop` throws once so many rows were seen. */
async function merge(into: string, ...from: string[]): Promise<Merged[]> {
  return usingStore(openStore(at(into)), async (store) => {
    const all: Merged[] = [];
    for (const name of from)
      all.push(await mergeStore(store, at(name), { turn: async () => {}, now: () => NOW }));
    return all;
  });
}

const judging = { today: "2026-03-01", waivers: [] };
const reportOf = (database: string, run: string): RunView =>
  withDatabase(place, database, (store) => viewStoredRuns(store, run, judging as never)[0]!);
const runsOf = (database: string): string[] =>
  withDatabase(place, database, ({ db }) =>
    db.prepare<[], string>("SELECT id FROM runs ORDER BY id").pluck().all(),
  );
const digestOf = (database: string) =>
  withDatabase(place, database, (store) => combineDigests(digestTables(store)));
const rowsOf = (database: string) => withDatabase(place, database, everyRow);
const change = (from: string, to: string, sql: string) => {
  copyFileSync(at(from), at(to));
  withDatabase(place, to, ({ db }) => {
    db.pragma("foreign_keys = OFF");
    db.exec(sql);
  });
};

beforeAll(async () => {
  await weighInto(place, "a.db", [0, 8], [LONG]);
  await weighRollouts(place, "a.db");
  await fillTables(place, "a.db");
  // Other data, of which half are the same; two models, of which one is the same.
  await weighInto(place, "b.db", [4, 12], [LONG, DIGITS]);
  await fillTables(place, "b.db");
});

describe("two databases with data and a model in common", () => {
  let merged: Merged[];
  const bytes = () => ["a.db", "b.db"].map((name) => readFileSync(at(name)).toString("base64"));
  let before: string[];
  beforeAll(async () => {
    before = bytes();
    merged = await merge("all.db", "a.db", "b.db");
  });

  test("become one, whole and sound, and stay as they were", async () => {
    expect(complaints(at("all.db"))).toEqual([]);
    const { results } = await usingStore(openUntouched(at("all.db")), (store) =>
      checkStore(store as UntouchedStore, async () => {}),
    );
    expect(results.filter(({ findings }) => findings !== 0)).toEqual([]);
    expect(runsOf("all.db")).toEqual([...runsOf("a.db"), ...runsOf("b.db")].sort());
    expect(bytes()).toEqual(before);
    expect(readdirSync(place.path).filter((name) => /merge-|-wal$|-shm$/.test(name))).toEqual([]);
  });

  test("no row is lost: into a new database goes every row of every table", async () => {
    expect(withDatabase(place, "a.db", emptyTables)).toEqual([]);
    await merge("copy.db", "a.db");
    expect(rowsOf("copy.db")).toEqual(rowsOf("a.db"));
    const events = (name: string) =>
      withDatabase(place, name, ({ db }) =>
        db.prepare("SELECT run, at, kind, detail FROM events ORDER BY id").all(),
      );
    expect(events("copy.db")).toEqual(events("a.db"));
    expect(digestOf("copy.db")).toBe(digestOf("a.db"));
  });

  test("every run reports what it reported where it came from, but for what the whole database says of it", () => {
    // How many looks there were and what was read of its operators: the other database knew of more.
    const own = ({ look, lookOfAll, validity, database, ...view }: RunView) => view;
    for (const source of ["a.db", "b.db"])
      for (const run of runsOf(source)) {
        const [here, alone] = [reportOf("all.db", run), reportOf(source, run)];
        expect(own(here)).toEqual(own(alone));
        expect(here.effects.length).toBeGreaterThan(10);
        expect(here.lookOfAll).toBeGreaterThanOrEqual(alone.lookOfAll ?? 0);
      }
  });

  test("looks count in the order of time, whichever database came first", async () => {
    await merge("turned.db", "b.db", "a.db");
    const looks = (name: string) => runsOf("all.db").map((run) => reportOf(name, run).lookOfAll ?? 0);
    expect(looks("turned.db")).toEqual(looks("all.db"));
    expect(Math.max(...looks("all.db"))).toBeGreaterThan(2);
    expect(digestOf("turned.db")).toBe(digestOf("all.db"));
  });

  test("texts and scores in common are there once, and agree", () => {
    const [, second] = merged;
    expect(second!.scores).toMatchObject({ beyond: 0, within: 0, read: 0, largest: [] });
    expect(second!.scores.shared).toBeGreaterThan(20);
    expect(second!.differences).toEqual([]);
    expect(second!.runs).toMatchObject({ completed: [], kept: [], different: [], otherScores: [] });
  });

  test("merging again changes nothing", async () => {
    const rows = rowsOf("all.db");
    const [again] = await merge("all.db", "b.db");
    expect(again!.tables).toEqual([]);
    expect([...again!.runs.kept].sort()).toEqual(runsOf("b.db"));
    expect(rowsOf("all.db")).toEqual(rows);
  });

  test("exports for training keep their texts and runs under other numbers", () => {
    const found = (name: string, run: string) =>
      withDatabase(place, name, ({ db }) =>
        db
          .prepare(
            `SELECT e.file, group_concat(d.kind || d.digest ORDER BY d.digest) AS digests,
                    (SELECT group_concat(augmentation || held_out ORDER BY augmentation) FROM export_operators o WHERE o.export = e.id) AS operators,
                    (SELECT count(*) FROM run_exported_items i WHERE i.run = r.run AND i.export = r.export) AS items
               FROM run_exports r JOIN training_exports e ON e.id = r.export JOIN export_digests d ON d.export = e.id
              WHERE r.run = ? GROUP BY e.id`,
          )
          .all(run),
      );
    for (const name of ["a.db", "b.db"]) {
      const [run] = runsOf(name);
      expect(found("all.db", run!)).toEqual(found(name, run!));
      expect(found(name, run!)).toHaveLength(1);
    }
  });
});

describe("scores that are not the same", () => {
  const [FAR, NEAR, READ] = [0, 1, 2].map(
    (n) => `(SELECT DISTINCT text FROM run_texts WHERE part = 0 ORDER BY text LIMIT 1 OFFSET ${n})`,
  );
  test("are told beyond the noise floor, counted within it, and those here are kept", async () => {
    change(
      "b.db",
      "b-other.db",
      `UPDATE noise SET floor = 0.001;
      UPDATE scores SET logit = logit + 0.25 WHERE text = ${FAR};
      UPDATE scores SET logit = logit + 0.0005 WHERE text = ${NEAR};
      UPDATE scores SET tokens = tokens + 1 WHERE text = ${READ}`,
    );
    copyFileSync(at("b.db"), at("first.db"));
    const kept = rowsOf("first.db").scores;
    const [told] = await merge("first.db", "b-other.db");
    const scorers = 2; // both models scored each of these texts
    expect(told!.scores).toMatchObject({ beyond: scorers, within: scorers, read: scorers });
    expect(told!.scores.largest).toHaveLength(scorers);
    for (const { kept: here, other, difference, floor, name } of told!.scores.largest) {
      expect(other - here).toBeCloseTo(0.25, 10);
      expect([difference, floor]).toEqual([expect.closeTo(0.25, 10), 0.001]);
      expect([LONG, DIGITS].map((model) => model.replace("scripted:", ""))).toContain(name);
    }
    expect(rowsOf("first.db").scores).toEqual(kept);
  });

  test("without a measured noise floor any difference is told", async () => {
    change(
      "b.db",
      "b-quiet.db",
      `DELETE FROM noise; UPDATE scores SET logit = logit + 1e-9 WHERE text = ${FAR}`,
    );
    change("b.db", "silent.db", "DELETE FROM noise");
    const [told] = await merge("silent.db", "b-quiet.db");
    expect(told!.scores.beyond).toBe(2);
    expect(told!.scores.largest[0]!.floor).toBeNull();
  });

  test("a run that was judged on the others is named, once and for all", async () => {
    change("b.db", "scores-alone.db", "DELETE FROM runs WHERE 0");
    withDatabase(place, "scores-alone.db", (store) => {
      const { db } = store;
      db.pragma("foreign_keys = OFF");
      for (const table of Object.keys(everyRow(store)).filter((name) =>
        /^(run_|runs$|effects|verdicts|curve|best|exch|check|reward|skips|events)/.test(name),
      ))
        db.exec(`DELETE FROM "${table}"`);
      db.exec(`UPDATE scores SET logit = logit + 0.5 WHERE text = (SELECT min(base) FROM pairs)`);
    });
    const [told] = await merge("scores-alone.db", "b.db");
    const events = () =>
      withDatabase(place, "scores-alone.db", ({ db }) =>
        db.prepare("SELECT run, detail FROM events WHERE kind = 'other scores' ORDER BY run").all(),
      );
    expect([...told!.runs.otherScores].sort()).toEqual(runsOf("b.db"));
    expect(events()).toEqual(
      runsOf("b.db").map((run) => ({ run, detail: expect.stringMatching(/^1 texts were scored otherwise/) })),
    );
    await merge("scores-alone.db", "b.db");
    expect(events()).toHaveLength(2);
  });
});

describe("rows with the same key and other content", () => {
  test("operators, scorers' names, rubrics' words, noise and drift are told, and kept as they are here", async () => {
    change(
      "b.db",
      "b-rows.db",
      `UPDATE augmentations SET expects = 'same' WHERE name = 'truncated-ending';
      INSERT INTO augmentation_targets SELECT name, version, 'urls' FROM augmentations WHERE name = 'length-padding';
      UPDATE rubrics SET source = source || ' '; UPDATE scorers SET name = 'mine' WHERE name LIKE '%digits%';
      UPDATE noise SET floor = 1; UPDATE drift SET sentences = sentences + 1 WHERE pair = (SELECT min(pair) FROM drift)`,
    );
    copyFileSync(at("b.db"), at("rows.db"));
    const before = rowsOf("rows.db");
    const [told] = await merge("rows.db", "b-rows.db");
    expect(Object.fromEntries(told!.differences.map(({ table, rows }) => [table, rows]))).toEqual({
      ...{ augmentations: 2, scorers: 1, rubrics: 1, noise: 2, drift: 1 },
    });
    const examples = told!.differences.flatMap((one) => one.examples).join("\n");
    expect(examples).toMatch(/truncated-ending v\d+: expects lower here, same there/);
    expect(examples).toMatch(/length-padding v\d+: targets .* here, .*urls.* there/);
    expect(rowsOf("rows.db")).toEqual(before);
  });

  test("a reader's later word wins, the same moment with another word is told", async () => {
    const set = (judgement: string, day: number) =>
      `UPDATE judgements SET judgement = '${judgement}', at = '2026-02-0${day}T00:00:00.000Z'`;
    change("b.db", "later.db", set("invalid", 2));
    change("b.db", "earlier.db", set("invalid", 1).replace("02-01", "01-01"));
    change("b.db", "same-time.db", set("first", 1));
    const judgement = (name: string) =>
      withDatabase(place, name, ({ db }) => db.prepare("SELECT judgement FROM judgements").pluck().all());
    for (const [from, word, replaced, told] of [
      ["later.db", "invalid", 1, 0],
      ["earlier.db", "tie", 0, 0],
      ["same-time.db", "tie", 0, 1],
    ] as const) {
      copyFileSync(at("b.db"), at("words.db"));
      const [merged] = await merge("words.db", from);
      expect([judgement("words.db"), merged!.judgements.replaced, merged!.differences.length]).toEqual([
        [word],
        replaced,
        told,
      ]);
    }
  });

  test("another answer to the same question of an oracle is told, and what lies below stays that of the one here", async () => {
    const other = `{"attributes":[{"name":"a","why":"b"},{"name":"c","why":"d"},{"name":"e","why":"f"}]}`;
    change(
      "b.db",
      "b-answers.db",
      `UPDATE oracle_calls SET answer = '${other}', parsed = '${other}' WHERE key IN (SELECT call FROM oracle_attributes);
      INSERT INTO oracle_attributes SELECT call, 2, prompt, 'e', 'f' FROM oracle_attributes WHERE position = 0;
      UPDATE oracle_interventions SET outcome = 'refused', reason = 'verifier-order' WHERE outcome = 'verified'`,
    );
    copyFileSync(at("b.db"), at("answers.db"));
    const before = rowsOf("answers.db");
    const [told] = await merge("answers.db", "b-answers.db");
    expect(told!.differences.map(({ table, rows }) => [table, rows])).toEqual([
      ["oracle_calls", 8],
      ["oracle_interventions", 4],
    ]);
    expect(told!.differences[1]!.examples[0]).toMatch(/verified here, verifier-order there/);
    expect(rowsOf("answers.db")).toEqual(before);
  });

  test("what an oracle had no answer to here is taken from where it had, and the other way round nothing is lost", async () => {
    const poorer = "outcome = 'refused', reason = 'oracle-over-budget', base = NULL, variant = NULL";
    change("b.db", "poor.db", `UPDATE oracle_interventions SET ${poorer} WHERE outcome = 'verified'`);
    copyFileSync(at("b.db"), at("rich.db"));
    copyFileSync(at("poor.db"), at("mended.db"));
    for (const [into, from] of [
      ["mended.db", "b.db"],
      ["rich.db", "poor.db"],
    ] as const) {
      const [told] = await merge(into, from);
      expect(told!.differences).toEqual([]);
      expect(rowsOf(into)).toEqual(rowsOf("b.db"));
      expect(complaints(at(into))).toEqual([]);
    }
  });

  test("an item whose answers stand in another order keeps the order here, and pairs and skips follow their answer", async () => {
    const swap = (table: string) =>
      `UPDATE ${table} SET position = 1 - position + 10 WHERE position < 2; UPDATE ${table} SET position = position - 10`;
    change(
      "a.db",
      "swapped.db",
      ["responses", "run_pairs", "skips", "logged_rewards", "oracle_interventions"].map(swap).join(";"),
    );
    // b.db has half of these items in the old order.
    change("b.db", "b-unasked.db", "DELETE FROM oracle_intervention_calls; DELETE FROM oracle_interventions");
    await merge("ordered.db", "b-unasked.db", "swapped.db");
    expect(complaints(at("ordered.db"))).toEqual([]);
    const sides = (name: string, run: string) =>
      withDatabase(place, name, ({ db }) =>
        db
          .prepare(
            "SELECT pair, item, role, text, base_score, variant_score FROM pair_scores p JOIN responses r USING (item, position, role) WHERE run = ? ORDER BY pair, item, role",
          )
          .all(run),
      );
    const skipped = (name: string, run: string) =>
      withDatabase(place, name, ({ db }) =>
        db
          .prepare(
            "SELECT augmentation, dose, item, r.role, reason FROM skips k JOIN responses r USING (item, position) WHERE run = ? ORDER BY 1, 2, 3, 4",
          )
          .all(run),
      );
    for (const run of runsOf("a.db")) {
      expect(sides("ordered.db", run)).toEqual(sides("a.db", run));
      expect(skipped("ordered.db", run)).toEqual(skipped("a.db", run));
      expect(sides("a.db", run).length).toBeGreaterThan(10);
    }
    const moved = withDatabase(place, "ordered.db", ({ db }) =>
      db.prepare("SELECT count(*) FROM responses WHERE position = 0 AND role = 'rejected'").pluck().get(),
    );
    expect(moved).toBe(4); // the items that only the swapped database has
    const started = (name: string) =>
      withDatabase(place, name, ({ db }) =>
        db
          .prepare(
            `SELECT i.settings, i.item, i.operator, r.role, r.text FROM oracle_interventions i JOIN responses r USING (item, position)
              WHERE i.settings IN (SELECT settings FROM run_oracles WHERE run = (SELECT min(run) FROM run_oracles)) ORDER BY 2, 3`,
          )
          .all(),
      );
    expect(started("ordered.db")).toEqual(expect.arrayContaining(started("a.db")));
    expect(started("a.db")).toHaveLength(8);
  });
});

describe("a run that both have", () => {
  test("unfinished here and complete there: it is taken as a whole, and reports what it reported there", async () => {
    const [run] = runsOf("b.db");
    change(
      "b.db",
      "begun.db",
      `DELETE FROM verdicts; DELETE FROM effects; DELETE FROM curve_points; DELETE FROM best_of_n;
      UPDATE runs SET state = 'scoring', verdict = NULL; DELETE FROM run_pairs WHERE pair > '8'; DELETE FROM scores WHERE text > '8'`,
    );
    const [told] = await merge("begun.db", "b.db");
    expect(told!.runs).toMatchObject({ added: [], kept: [], completed: expect.arrayContaining([run]) });
    expect(rowsOf("begun.db")).toEqual(rowsOf("b.db"));
    const back = await merge("b-back.db", "b.db", "begun.db");
    expect(back[1]!.tables).toEqual([]);
  });

  test("complete here and unfinished there: it stays", async () => {
    change("b.db", "behind.db", "DELETE FROM verdicts; UPDATE runs SET state = 'analyzing', verdict = NULL");
    copyFileSync(at("b.db"), at("ahead.db"));
    const before = rowsOf("ahead.db");
    const [told] = await merge("ahead.db", "behind.db");
    expect([told!.runs.kept.length, told!.runs.different]).toEqual([2, []]);
    expect(rowsOf("ahead.db")).toEqual(before);
  });

  test("complete in both with another verdict or other numbers: told, and kept as it is here", async () => {
    const [run, second] = runsOf("b.db");
    const other = "CASE verdict WHEN 'fail' THEN 'pass' ELSE 'fail' END";
    change(
      "b.db",
      "b-verdict.db",
      `UPDATE runs SET verdict = ${other} WHERE id = '${run}';
      UPDATE effects SET estimate = estimate + 1 WHERE run = '${second}' AND metric = (SELECT min(metric) FROM effects) AND stratum_kind = ''`,
    );
    copyFileSync(at("b.db"), at("verdict.db"));
    const before = rowsOf("verdict.db");
    const [told] = await merge("verdict.db", "b-verdict.db");
    expect(told!.runs.different.map(({ run: id }) => id).sort()).toEqual([run, second].sort());
    const words = told!.runs.different.find((one) => one.run === run)!;
    expect(words.here).not.toBe(words.there);
    expect(told!.runs.different.find((one) => one.run === second)!.rows).toBeGreaterThan(0);
    expect(rowsOf("verdict.db")).toEqual(before);
  });
});

describe("what cannot be merged leaves the database as it was", () => {
  const refuses = async (source: string, code: RegExp) => {
    copyFileSync(at("a.db"), at("kept.db"));
    const before = rowsOf("kept.db");
    const bytes = existsSync(at(source)) ? readFileSync(at(source)) : undefined;
    await expect(merge("kept.db", source)).rejects.toMatchObject({
      code: expect.stringMatching(code),
      exit: 2,
    });
    expect(rowsOf("kept.db")).toEqual(before);
    if (bytes !== undefined) expect(readFileSync(at(source)).equals(bytes)).toBe(true);
  };

  test("a damaged, a changed, a foreign, a newer one, a file of another kind, none", async () => {
    const bytes = Buffer.from(readFileSync(at("b.db")));
    writeFileSync(at("damaged.db"), bytes.fill(0xa5, 8192, bytes.length - 8192));
    await refuses("damaged.db", /^TARE_DB_(DAMAGED|CONTENT)$/);
    change(
      "b.db",
      "edited.db",
      "UPDATE texts SET response = response || '!' WHERE key = (SELECT min(key) FROM texts)",
    );
    await refuses("edited.db", /^TARE_DB_CONTENT$/);
    change("b.db", "orphans.db", "DELETE FROM rubrics");
    await refuses("orphans.db", /^TARE_DB_CONTENT$/);
    change("b.db", "newer.db", "PRAGMA user_version = 9999");
    await refuses("newer.db", /^TARE_DB_NEWER$/);
    new Database(at("notes.db")).exec("CREATE TABLE notes (x)").close();
    await refuses("notes.db", /^TARE_DB_FOREIGN$/);
    place.file("letter.db", "Dear Sir or Madam,\n");
    await refuses("letter.db", /^TARE_DB_FOREIGN$/);
    await refuses("none.db", /^TARE_DB_MISSING$/);
  });

  test("a stop on the way", async () => {
    copyFileSync(at("a.db"), at("stopped.db"));
    const before = rowsOf("stopped.db");
    let rows = 0;
    const turn = async (doing: string, done: number) => {
      if (doing.startsWith("merging")) rows = done;
      if (rows > 0) throw new TareError("TARE_INTERRUPTED", "stop");
    };
    const stopped = usingStore(openStore(at("stopped.db")), (store) =>
      mergeStore(store, at("b.db"), { turn, now: () => NOW }),
    );
    await expect(stopped).rejects.toMatchObject({ code: "TARE_INTERRUPTED" });
    expect(rowsOf("stopped.db")).toEqual(before);
    await merge("stopped.db", "b.db");
    expect(digestOf("stopped.db")).toBe(digestOf("all.db"));
  });
});

test("tables that are none of tare's are left out and named", async () => {
  change("b.db", "more.db", "CREATE TABLE my_notes (x)");
  const [told] = await merge("more-into.db", "more.db");
  expect(told!.leftOut).toEqual(["my_notes"]);
});

test("one of an older version is upgraded in a copy, and stays as it is", async () => {
  const released = gunzipSync(readFileSync(join(import.meta.dirname, "released", "schema-1.db.gz")));
  writeFileSync(at("old.db"), released);
  const beside = readdirSync(place.path);
  const [told] = await merge("from-old.db", "old.db");
  expect([told!.version, told!.upgraded]).toEqual([1, true]);
  expect(readFileSync(at("old.db")).equals(released)).toBe(true);
  expect(readdirSync(place.path).sort()).toEqual([...beside, "from-old.db"].sort());
  copyFileSync(at("old.db"), at("upgraded.db"));
  expect(digestOf("from-old.db")).toBe(digestOf("upgraded.db"));
});

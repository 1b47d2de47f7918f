import { copyFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { beforeAll, describe, expect, test } from "vitest";
import { ALL_CHECKS, type Checked, checkStore } from "../../src/store/check/check-store.js";
import { digestTables } from "../../src/store/digest.js";
import { openStore, usingStore } from "../../src/store/open.js";
import { openUntouched, type UntouchedStore } from "../../src/store/open-untouched.js";
import { lines, preferences } from "../cli/preferences.js";
import { EVERYTHING } from "../cli/rubrics.js";
import { workplace } from "../cli/workplace.js";
import { weigh } from "../stages/weighing.js";
import { fillOracles } from "./filled-oracles.js";

const place = workplace();
const at = (name: string) => join(place.path, name);
const good = at("tare.db");

const check = async (file: string, checks = ALL_CHECKS): Promise<Checked> =>
  usingStore(openUntouched(file, 50), (store) => checkStore(store as UntouchedStore, async () => {}, checks));
const found = ({ results }: Checked) =>
  results.filter(({ findings }) => findings !== 0).map(({ name }) => name);

/** A copy of the good database after a change that SQLite lets through. */
function changed(name: string, sql: string): string {
  copyFileSync(good, at(name));
  const db = new Database(at(name));
  db.pragma("foreign_keys = OFF");
  db.pragma("ignore_check_constraints = ON");
  db.exec(sql);
  db.close();
  return at(name);
}

beforeAll(async () => {
  const rollouts = preferences(4).map(({ prompt, chosen }, index) => ({
    ...{ prompt, response: chosen, checkpoint: `c${index}`, step: index, reward: index / 7 },
  }));
  place.file("data.jsonl", lines(preferences(8)));
  place.file("rollouts.jsonl", lines(rollouts));
  place.file("rubric.json", EVERYTHING);
  await weigh(place.path, {});
  await weigh(place.path, { data: ["rollouts.jsonl"] });
  await usingStore(openStore(good), (store) =>
    fillOracles(store, store.db.prepare<[], string>("SELECT run FROM skips").pluck().get()!),
  );
});

describe("a database as tare wrote it", () => {
  test("passes every check, and not a byte of it or beside it is changed", async () => {
    const before = readFileSync(good);
    const beside = readdirSync(place.path);
    const checked = await check(good);
    expect(checked.results.filter(({ findings }) => findings !== 0)).toEqual([]);
    expect(checked.results).toHaveLength(ALL_CHECKS.length);
    expect(readFileSync(good).equals(before)).toBe(true);
    expect(readdirSync(place.path)).toEqual(beside);
  });

  test("is checked as it is at one moment, whatever is written meanwhile", async () => {
    copyFileSync(good, at("busy.db"));
    const writer = new Database(at("busy.db"));
    let turns = 0;
    const checked = await usingStore(openUntouched(at("busy.db")), (store) =>
      checkStore(store as UntouchedStore, async () => {
        if (++turns === 2) writer.exec("DELETE FROM scores");
      }),
    );
    expect(checked.findings).toBe(0);
    expect(found(await check(at("busy.db")))).toContain("scores of complete runs");
    writer.close();
  });

  test("is read with what a killed process left beside it, which stays there", async () => {
    copyFileSync(good, at("killed.db"));
    const writer = new Database(at("killed.db"));
    writer.exec("UPDATE texts SET response = 'x' WHERE key = (SELECT min(key) FROM texts)");
    for (const end of ["", "-wal"]) copyFileSync(at(`killed.db${end}`), at(`left.db${end}`));
    writer.close();
    const before = [readFileSync(at("left.db")), readFileSync(at("left.db-wal"))];
    expect(found(await check(at("left.db")))).toContain("keys of texts");
    expect(readFileSync(at("left.db")).equals(before[0]!)).toBe(true);
    expect(readFileSync(at("left.db-wal")).equals(before[1]!)).toBe(true);
  });
});

const FIRST = (table: string, key = "key") => `(SELECT min(${key}) FROM ${table})`;

describe("every check finds what it is there for", () => {
  const CASES: readonly (readonly [check: string, sql: string])[] = [
    ["pages, indexes and columns", "UPDATE runs SET plan = 'no JSON'"],
    ["pages, indexes and columns", "UPDATE verdicts SET severity = 'none'"],
    ["schema", "DROP INDEX pairs_by_base"],
    ["schema", "ALTER TABLE runs ADD COLUMN more TEXT"],
    ["schema", "CREATE TRIGGER t AFTER INSERT ON texts BEGIN SELECT 1; END"],
    ["references between tables", "DELETE FROM rubrics"],
    ["keys of prompts", `UPDATE prompts SET messages = '[]' WHERE key = ${FIRST("prompts")}`],
    ["keys of prompts", `UPDATE prompts SET text = text || '.' WHERE key = ${FIRST("prompts")}`],
    ["keys of texts", `UPDATE texts SET response = response || ' ' WHERE key = ${FIRST("texts")}`],
    ["keys of items", "UPDATE responses SET role = 'response' WHERE role = 'chosen'"],
    ["keys of items", "UPDATE logged_rewards SET reward = reward + 1e-15 WHERE reward > 0"],
    ["keys of items", "UPDATE rollouts SET step = step + 1"],
    ["keys of pairs", `UPDATE pairs SET seed = 2 WHERE key = ${FIRST("pairs")}`],
    ["keys of scorers", "UPDATE scorers SET dtype = 'fp16'"],
    ["keys of scorers", "UPDATE scorer_files SET digest = 'another'"],
    ["keys of runs", "UPDATE runs SET plan = json_set(plan, '$.donors', 1)"],
    ["plans of runs", "UPDATE runs SET seed = 7"],
    ["plans of runs", `DELETE FROM run_items WHERE item = ${FIRST("run_items", "item")}`],
    ["scores of complete runs", `DELETE FROM scores WHERE text = ${FIRST("scores", "text")}`],
    ["texts of runs", `DELETE FROM run_texts WHERE text = ${FIRST("pairs", "variant")}`],
    ["scores are numbers", `UPDATE scores SET logit = -9e999 WHERE text = ${FIRST("scores", "text")}`],
    ["heads of rewards", "UPDATE run_heads SET head = 3"],
    ["drift of pairs", `DELETE FROM drift WHERE pair = ${FIRST("drift", "pair")}`],
    [
      "responses behind pairs",
      `UPDATE run_pairs SET position = 9 WHERE pair = ${FIRST("run_pairs", "pair")}`,
    ],
    ["items behind pairs", `DELETE FROM run_items WHERE item = ${FIRST("run_pairs", "item")}`],
    ["responses behind skips", "UPDATE skips SET position = 9"],
    ["verdicts of complete runs", "UPDATE runs SET verdict = NULL"],
    ["verdicts of complete runs", "UPDATE runs SET state = 'scoring', verdict = NULL"],
    ["runs behind effects", "UPDATE runs SET state = 'scoring'"],
    ["counts of skips", "DELETE FROM skip_counts"],
    ["counts of scores", "UPDATE score_counts SET texts = texts + 1"],
    ["keys of oracles", "UPDATE oracles SET model = 'another'"],
    ["keys of oracles", "UPDATE oracle_files SET sha256 = 'another'"],
    ["keys of oracle_templates", "UPDATE oracle_templates SET source = source || '.' WHERE step = 'can'"],
    ["keys of oracle_calls", "UPDATE oracle_calls SET sampling = json_set(sampling, '$.seed', 2)"],
    ["keys of oracle_calls", "UPDATE oracle_calls SET messages = 'no JSON'"],
    ["keys of oracle_settings", "UPDATE oracle_settings SET attributes = NULL"],
    ["oracles behind pairs", "UPDATE pairs SET augmentation = 'oracle:degrade'; DELETE FROM run_oracles"],
    [
      "verification of oracle pairs",
      "DELETE FROM oracle_intervention_calls WHERE part = 'verify base first'",
    ],
    ["attributes and grades of answers", "UPDATE oracle_grades SET grade = 'strong'"],
    ["attributes and grades of answers", "DELETE FROM oracle_attributes WHERE position = 1"],
    ["kept rewards", "UPDATE base_rewards SET score = score + 1e-9 WHERE position = 0"],
    ["kept rewards", "UPDATE pair_rewards SET variant_score = variant_score + 1e-9"],
    ["kept rewards", "DELETE FROM base_rewards WHERE position = 1"],
    ["kept rewards", "UPDATE pair_cells SET pairs = pairs + 1"],
    ["intervals of effects", "UPDATE effects SET lower = upper + 1 WHERE upper IS NOT NULL"],
    ["intervals of verdicts", "UPDATE verdicts SET lower = upper + 1 WHERE upper IS NOT NULL"],
  ];

  test.each(CASES)("%s: %s", async (name, sql) => {
    const file = changed("changed.db", sql);
    const before = readFileSync(file);
    const own = ALL_CHECKS.filter((one) => one.name === name);
    const checked = await check(file, own);
    expect(found(checked)).toEqual([name]);
    for (const { shown } of checked.results)
      for (const { what, fix } of shown) expect([what.length > 5, fix.length > 20]).toEqual([true, true]);
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  test("an export whose texts are others, a baseline that was edited", async () => {
    const sql = `INSERT INTO training_exports VALUES (1, 'augment', 'f', '', 'pairs', 'd');
                 INSERT INTO baselines VALUES ('d', 'r', 's', 'm', '{"a":1}')`;
    const names = found(await check(changed("exports.db", sql)));
    expect(names).toEqual(["keys of baselines", "keys of training_exports"]);
  });

  test("counts all findings of a check and shows the first", async () => {
    const checked = await check(changed("many.db", "UPDATE texts SET response = response || '.'"));
    const { findings, shown } = checked.results.find(({ name }) => name === "keys of texts")!;
    expect(findings).toBeGreaterThan(shown.length);
    expect(shown).toHaveLength(20);
    expect(shown[0]).toMatchObject({ table: "texts", row: expect.stringMatching(/^[0-9a-f]{32}$/) });
  });
});

describe("a damaged file", () => {
  test("no flipped byte that changes texts, items, pairs or scorers goes unnoticed, and none is a bug", async () => {
    const bytes = readFileSync(good);
    const contentOf = async (file: string) =>
      usingStore(openUntouched(file), (store) =>
        digestTables(store).filter(({ table }) =>
          /^(prompts|texts|items|responses|pairs|scorers)$/.test(table),
        ),
      );
    const whole = await contentOf(good);
    let noticed = 0;
    for (let n = 0; n < 24; n++) {
      const place = 100 + Math.floor(((bytes.length - 100) * (n + 0.37)) / 24);
      const flipped = Buffer.from(bytes);
      flipped[place]! ^= 0x55;
      writeFileSync(at("flipped.db"), flipped);
      const checked = await check(at("flipped.db")).catch((error) => error);
      expect(readFileSync(at("flipped.db")).equals(flipped)).toBe(true);
      if (checked instanceof Error) {
        expect(checked).toMatchObject({ code: expect.stringMatching(/^TARE_DB_(DAMAGED|FOREIGN)$/) });
        noticed++;
      } else if (checked.findings > 0) noticed++;
      else expect(await contentOf(at("flipped.db")), `byte ${place}`).toEqual(whole);
    }
    expect(noticed).toBeGreaterThan(5);
  });

  test.each([
    ["cut short", (bytes: Buffer) => bytes.subarray(0, 8192), /^TARE_DB_DAMAGED$/],
    ["a header of garbage", (bytes: Buffer) => Buffer.from(bytes).fill(0xa5, 0, 100), /^TARE_DB_FOREIGN$/],
    ["nothing but a header", (bytes: Buffer) => bytes.subarray(0, 100), /^TARE_DB_(DAMAGED|FOREIGN)$/],
    ["empty", () => Buffer.alloc(0), /^TARE_DB_FOREIGN$/],
  ])("%s", async (name, make, code) => {
    const file = at(`${name}.db`);
    const bytes = make(readFileSync(good));
    writeFileSync(file, bytes);
    const checked: Checked | { code: string } = await check(file).catch((error) => error);
    if ("code" in checked) expect(checked.code).toMatch(code);
    else expect(found(checked)).toContain("pages, indexes and columns");
    expect(readFileSync(file).equals(bytes)).toBe(true);
  });

  test("a schema that is not readable", async () => {
    const file = at("schema.db");
    const bytes = Buffer.from(readFileSync(good));
    bytes.fill(0xa5, 100, 4096);
    writeFileSync(file, bytes);
    await expect(check(file)).rejects.toMatchObject({ code: "TARE_DB_DAMAGED" });
  });
});

describe("a database that cannot be read as it is", () => {
  test("of another program, of a newer tare, or none", async () => {
    const notes = new Database(at("notes.db"));
    notes.exec("CREATE TABLE notes (text)");
    notes.close();
    await expect(check(at("notes.db"))).rejects.toMatchObject({ code: "TARE_DB_FOREIGN" });
    const newer = changed("newer.db", "PRAGMA user_version = 9999");
    await expect(check(newer)).rejects.toMatchObject({ code: "TARE_DB_NEWER" });
    expect(() => openUntouched(at("none.db"))).toThrow(expect.objectContaining({ code: "TARE_DB_MISSING" }));
    expect(() => openUntouched(place.path)).toThrow(expect.objectContaining({ code: "TARE_DB_FOREIGN" }));
  });

  test("held by another process", async () => {
    const file = changed("held.db", "SELECT 1");
    const other = new Database(file);
    other.pragma("locking_mode = EXCLUSIVE");
    other.prepare("SELECT count(*) FROM texts").get();
    await expect(check(file)).rejects.toMatchObject({ code: "TARE_DB_BUSY" });
    other.close();
  });
});

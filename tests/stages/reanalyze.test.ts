import { copyFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { reanalyzeRuns } from "../../src/stages/reanalyze.js";
import { digestTables } from "../../src/store/digest.js";
import { openStore, usingStore } from "../../src/store/open.js";
import { lines, preferences } from "../cli/preferences.js";
import { EVERYTHING } from "../cli/rubrics.js";
import { workplace } from "../cli/workplace.js";
import { surroundings, weigh } from "./weighing.js";

const place = workplace();
const original = join(place.path, "original.db");
const file = join(place.path, "tare.db");

const MINE = `export default {
  summary: "Adds a full stop.", version: 3, expects: "same", attribute: "whitespace", changes: "response",
  applies: "Everything.", languages: "any", preserves: [], source: "A test.", examples: [], doses: [1, 2],
  apply({ response }, { dose }) { return response + ".".repeat(dose); },
};`;

beforeAll(async () => {
  const records = preferences(14).map((record, i) => ({ ...record, subset: i % 2 ? "odd" : "even" }));
  place.file("data.jsonl", lines(records));
  place.file("rubric.json", EVERYTHING);
  place.file("mine.mjs", MINE);
  await weigh(place.path, {
    database: "original.db",
    models: ["scripted:0.01*length+0.5*bullets+noise(0.3)", "scripted:length"],
    // Beside the rubric: another dose of one of its operators, and one that is gone by the time of the analysis.
    augmentations: ["length-padding", "./mine.mjs@2", "preamble"],
  });
  rmSync(join(place.path, "mine.mjs"));
  new Database(original).exec("PRAGMA wal_checkpoint(TRUNCATE)").close();
});

beforeEach(() => {
  for (const name of [file, `${file}-wal`, `${file}-shm`]) rmSync(name, { force: true });
  copyFileSync(original, file);
});

const digest = (path: string) => usingStore(openStore(path, { mustExist: true }), digestTables);
const analyze = (run?: string) =>
  usingStore(openStore(file, { mustExist: true }), (store) =>
    reanalyzeRuns(store, run, surroundings(place.path)),
  );
const change = (sql: string) => {
  const db = new Database(file);
  try {
    return db.exec(sql);
  } finally {
    db.close();
  }
};

describe("effects and verdicts again from stored scores", () => {
  test("are the digits that the run itself gave, every time", async () => {
    const before = await digest(original);
    const found = await analyze();
    expect(found).toHaveLength(2);
    expect(await digest(file)).toEqual(before);
    expect(await analyze()).toEqual(found);
    expect(await digest(file)).toEqual(before);
  });

  test("are made from the scores, not from the effects", async () => {
    change(`DELETE FROM effects; DELETE FROM verdicts; DELETE FROM curve_points;
            UPDATE runs SET state = 'analyzing', verdict = NULL, within_sd = NULL, scale = NULL`);
    await analyze();
    expect(await digest(file)).toEqual(await digest(original));
    change(
      "UPDATE scores SET logit = logit + 1 WHERE text = (SELECT variant FROM pairs ORDER BY key LIMIT 1)",
    );
    await analyze();
    const moved = await digest(file);
    const tables = (await digest(original)).filter((table, i) => moved[i]!.digest !== table.digest);
    expect(tables.map(({ table }) => table)).toEqual(expect.arrayContaining(["effects", "scores"]));
  });

  test("by a rule whose attribute none of the run's own operators goes by", async () => {
    const [, , query] = EVERYTHING.spurious;
    const rules = [{ ...query, attribute: "authority", augmentations: ["preamble"] }];
    place.file("other.json", { ...EVERYTHING, causal: [], spurious: rules });
    const [run] = await weigh(place.path, { database: "tare.db", rubric: "./other.json", limit: 8 });
    expect(await analyze(run!.view.run)).toMatchObject([{ verdict: run!.view.verdict, errors: [] }]);
  });

  test("one run of several, told in short", async () => {
    const [first] = await analyze();
    const [again] = await analyze(first!.run.slice(0, 8));
    expect(again).toEqual(first);
    expect(again).toMatchObject({ rubric: "everything", errors: [] });
    expect(again!.effects).toBeGreaterThan(60);
    expect(again!.strata).toBeGreaterThan(2 * again!.effects);
    expect(again!.curvePoints).toBe(2);
  });

  test.each<[string, string, RegExp]>([
    [
      "some texts have no score",
      "DELETE FROM scores WHERE text IN (SELECT variant FROM pairs ORDER BY key LIMIT 3)",
      /has no score of \d+ of its \d+ texts/,
    ],
    ["it has no score at all", "DELETE FROM scores", /has no score of (\d+) of its \1 texts/],
    ["it stopped while scoring", "UPDATE runs SET state = 'scoring'", /stopped while scoring/],
    ["its noise floor was never measured", "DELETE FROM noise", /before its noise floor was measured/],
  ])("refused where %s; what was there stays", async (_label, sql, says) => {
    change(sql);
    const before = await digest(file);
    await expect(analyze()).rejects.toMatchObject({
      code: "TARE_NO_RUN",
      message: expect.stringMatching(says),
    });
    expect(await digest(file)).toEqual(before);
  });

  test("a run that is not there", async () => {
    await expect(analyze("ffffffffffff")).rejects.toMatchObject({ code: "TARE_NO_RUN" });
  });
});

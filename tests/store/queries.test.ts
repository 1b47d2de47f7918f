import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { listQueries } from "../../src/registry.js";
import { writeJudgements } from "../../src/store/judgements.js";
import { openStore, type Store } from "../../src/store/open.js";
import { parseQuery, runQuery } from "../../src/store/queries.js";
import { fillWords } from "../../src/store/words/fill-words.js";
import { askOne } from "../cli/database.js";
import { lines, preferences } from "../cli/preferences.js";
import { EVERYTHING } from "../cli/rubrics.js";
import { workplace } from "../cli/workplace.js";
import { weigh } from "../stages/weighing.js";
import { writeOracleRows } from "./oracle-rows.js";
import { EXPECTED } from "./query-answers.js";
import { readWhole } from "./read-whole.js";

const place = workplace();
const file = join(place.path, "tare.db");
let store: Store;
let item = "";

const styled = (name: string) => ({
  prompt: `What is a ${name}, in short?`,
  chosen: ["", "It is small. ", "**It is small.**\n\n"].map(
    (lead) => `${lead}A ${name} is a tool with 2 parts.`,
  ),
  rejected: ["", "It is large. ", "**It is large.**\n\n"].map(
    (lead) => `${lead}A ${name} is a fish with 3 eyes.`,
  ),
  domain: "chat",
});

beforeAll(async () => {
  place.file("data.jsonl", lines(preferences(12).map((record) => ({ ...record, subset: "towns" }))));
  place.file("styles.jsonl", lines(["hammer", "saw", "plane"].map(styled)));
  place.file("rubric.json", EVERYTHING);
  const models = ["scripted:0.01*length+0.5*bullets+noise(0.3)", "scripted:length"];
  await weigh(place.path, { data: ["data.jsonl", "styles.jsonl"], models });
  store = openStore(file, { mustExist: true });
  const pair = askOne<string>(file, "SELECT key FROM pairs ORDER BY key LIMIT 1");
  const said = {
    reader: "ann",
    seed: 1,
    shown: "base",
    judgement: "tie",
    note: "",
    at: "2026-01-01",
  } as const;
  writeJudgements(store, [{ pair, ...said }]);
  writeOracleRows(store, askOne<string>(file, "SELECT min(run) FROM newest_runs"));
  await fillWords(store);
  item = askOne<string>(file, "SELECT id FROM items ORDER BY id LIMIT 1");
  return () => store.db.close();
});

/** Tables that grow with the pairs and texts of a database. */
const LARGE =
  "prompts texts items responses pairs drift scores run_items run_pairs run_texts base_rewards pair_rewards".split(
    " ",
  );

describe.each(listQueries().map((query) => [query.name, query] as const))("query %s", (name, query) => {
  test("answers with the columns that its header tells of, and with rows", () => {
    const { given, rows } = EXPECTED[name]!;
    const table = runQuery(store, query, given?.(item) ?? {});
    expect(table.columns).toEqual(query.columns.map((column) => column.name));
    expect(new Set(table.columns).size).toBe(table.columns.length);
    expect(table.rows.length).toBeGreaterThanOrEqual(rows);
  });

  test("reads only, and its header names every parameter of its SQL", () => {
    expect(store.db.prepare(query.sql).readonly).toBe(true);
    const sql = query.sql.replace(/^--.*$/gm, "").replace(/'[^']*'/g, "");
    const used = new Set([...sql.matchAll(/:(\w+)/g)].map(([, parameter]) => parameter));
    expect(new Set(query.parameters.map((parameter) => parameter.name))).toEqual(used);
    expect(query.title).toMatch(/[?.)]$/);
  });

  test("finds its rows by indexes: no large table is read from end to end", () => {
    for (const given of ["latest", "named"]) {
      const values = query.parameters.map(({ name: parameter, standard }) => {
        const value = given === "latest" && standard !== undefined ? null : "x";
        return [parameter, value];
      });
      const whole = readWhole(store, query.sql, Object.fromEntries(values));
      expect(whole.filter((table) => LARGE.includes(table))).toEqual([]);
    }
  });

  test("stands on an empty database", () => {
    const empty = openStore(join(place.path, `${name}.db`));
    const required = query.parameters.filter(({ standard }) => standard === undefined);
    const given = Object.fromEntries(required.map((parameter) => [parameter.name, "none"]));
    // Words may be looked for where there are none; an item and an operator must be there.
    if (required.every(({ type }) => type === "words"))
      expect(runQuery(empty, query, given).rows).toEqual([]);
    else expect(() => runQuery(empty, query, given)).toThrow(/no item begins with|no run of this database/);
    empty.db.close();
  });

  test("names a parameter it does not know, and one that is missing", () => {
    const code = { code: "TARE_QUERY_PARAMETER" };
    expect(() => runQuery(store, query, { colour: "red" })).toThrow(expect.objectContaining(code));
    for (const { name: parameter } of query.parameters.filter(({ standard }) => standard === undefined))
      expect(() => runQuery(store, query, {})).toThrow(`--param ${parameter}=… is missing`);
  });
});

describe("search-texts", () => {
  const search = listQueries().find(({ name }) => name === "search-texts")!;
  const hits = (words: string, limit = "5000") => runQuery(store, search, { words, limit }).rows;

  test("finds every text that holds the word, and no other", () => {
    const texts = store.db
      .prepare<[], { key: string; response: string }>("SELECT key, response FROM texts")
      .all();
    const held = texts.filter(({ response }) => /(?<![\p{L}\p{N}])the(?![\p{L}\p{N}])/iu.test(response));
    const found = hits("the").filter(([kind]) => kind === "response");
    expect(held.length).toBeGreaterThan(0);
    expect(found.map((row) => row[4]).sort()).toEqual(held.map(({ key }) => key).sort());
  });

  test("takes what is looked for as words, whatever it is", () => {
    for (const words of ["the OR", "a' OR '1'='1", "NEAR(the)", "response:the", "the*"])
      expect(() => hits(words), words).not.toThrow();
    expect(() => hits('"the')).toThrow(expect.objectContaining({ code: "TARE_SEARCH_WORDS" }));
    expect(hits("the", "1")).toHaveLength(hits("the").some(([kind]) => kind === "prompt") ? 2 : 1);
  });
});

describe("parameters", () => {
  const ask = (name: string, given: Record<string, string>) =>
    runQuery(store, listQueries().find((query) => query.name === name)!, given);
  const failure = (name: string, given: Record<string, string>): unknown => {
    try {
      return ask(name, given);
    } catch (error) {
      return error;
    }
  };

  test.each(["1.5", "-1", "", "many", "1e3", "Infinity", "0x10"])("limit=%s is no whole number", (limit) => {
    expect(failure("truncated", { limit })).toMatchObject({
      code: "TARE_QUERY_PARAMETER",
      where: "query truncated, parameter limit",
      message: `wants a whole number, not "${limit}"`,
    });
  });

  test("an augmentation no run used is not an empty answer", () => {
    expect(failure("worst-pairs", { augmentation: "whitespace-jiter" })).toMatchObject({
      code: "TARE_UNKNOWN_NAME",
      message: expect.stringContaining("did you mean whitespace-jitter?"),
    });
  });

  test.each([
    ["effects", "metric", "bais", 'there is no metric "bais" (did you mean bias?)'],
    ["effects-by-stratum", "metric", "lenght", 'there is no metric "lenght"'],
    [
      "effects-by-stratum",
      "kind",
      "langauge",
      'there is no kind of part "langauge" (did you mean language?)',
    ],
    ["goodhart", "measure", "nonsense", 'there is no measure "nonsense"'],
    ["best-of-n", "kind", "foo", 'there is no kind of bad text "foo"'],
  ])("%s: %s=%s is refused, with what there is", (name, parameter, value, message) => {
    expect(failure(name, { [parameter]: value })).toMatchObject({
      ...{ code: "TARE_QUERY_PARAMETER", where: `query ${name}, parameter ${parameter}` },
      ...{ message, fix: expect.stringMatching(/^It is one of: .*(bias|language|list items|hack)/) },
    });
  });

  test.each(["best-of-n", "effects-by-stratum", "response-curve"])(
    "%s: an operator is a known one",
    (name) => {
      expect(failure(name, { augmentation: "nope" })).toMatchObject({ code: "TARE_UNKNOWN_NAME" });
    },
  );

  test("each value that a table holds is taken", () => {
    const values = (sql: string) => store.db.prepare<[], string>(sql).pluck().all();
    const metrics = values("SELECT DISTINCT metric FROM effects");
    expect(metrics.length).toBeGreaterThan(5);
    for (const metric of metrics) expect(ask("effects", { metric }).columns).toContain("metric");
    for (const kind of values("SELECT DISTINCT kind FROM best_of_n"))
      expect(ask("best-of-n", { kind }).rows.length).toBeGreaterThan(0);
    for (const kind of ["side", "subset", "language", "length"])
      expect(ask("effects-by-stratum", { kind }).columns).toContain("kind");
    for (const measure of ["reward", "tokens", "list items"])
      expect(ask("goodhart", { measure }).columns).toContain("measure");
  });

  test("a run that is not there, or is several, is not an empty answer", () => {
    expect(failure("verdicts", { run: "zz" })).toMatchObject({ code: "TARE_NO_RUN" });
    expect(failure("verdicts", { run: "" })).toMatchObject({
      code: "TARE_NO_RUN",
      message: expect.stringContaining("names several runs"),
    });
  });

  test("a run by its beginning gives that run alone, a wildcard of SQL none", () => {
    const [id, name] = store.db
      .prepare<[], [string, string]>(
        "SELECT r.id, s.name FROM runs r JOIN scorers s ON s.key = r.scorer LIMIT 1",
      )
      .raw()
      .get()!;
    const { rows } = ask("verdicts", { run: id.slice(0, 8) });
    expect(new Set(rows.map(([model]) => model))).toEqual(new Set([name]));
    expect(failure("verdicts", { run: "%" })).toMatchObject({ code: "TARE_NO_RUN" });
    expect(failure("item-scores", { item: "%" })).toMatchObject({ code: "TARE_QUERY_PARAMETER" });
  });

  test("a header that is no parameter is text; a type there is not is none", () => {
    const query = parseQuery("x", "-- Why?\n-- :run run = latest  which\n-- :n float  no type\nSELECT 1");
    expect(query.title).toBe("Why?");
    expect(query.parameters).toEqual([{ name: "run", type: "run", standard: "latest", summary: "which" }]);
    expect(parseQuery("y", "-- Why?\n-- > n  how many\n-- > no meaning\nSELECT 1 AS n").columns).toEqual([
      { name: "n", meaning: "how many" },
    ]);
  });
});

describe("validity", () => {
  test("has the notes of readers who contradict the label, and of no other", () => {
    const [pair, augmentation] = store.db
      .prepare<[], [string, string]>(
        `SELECT key, augmentation FROM pairs WHERE augmentation IN
           (SELECT name FROM augmentations WHERE expects = 'same') ORDER BY key DESC LIMIT 1`,
      )
      .raw()
      .get()!;
    const told = { pair, seed: 1, shown: "base", at: "2026-01-01" } as const;
    writeJudgements(store, [
      { ...told, reader: "bea", judgement: "tie", note: "nothing lost" },
      { ...told, reader: "cem", judgement: "tie", note: "the same" },
      { ...told, reader: "dan", judgement: "first", note: "a number went" },
      { ...told, reader: "eve", judgement: "invalid", note: "broken" },
    ]);
    const query = listQueries().find(({ name }) => name === "validity")!;
    const { columns, rows } = runQuery(store, query, { augmentation });
    expect(rows.map((row) => row[columns.indexOf("what_went_wrong")])).toEqual(["a number went; broken"]);
    store.db.prepare("DELETE FROM judgements WHERE pair = ?").run(pair);
  });
});

describe("compare-models", () => {
  const compare = (given: Record<string, string>) => {
    const query = listQueries().find(({ name }) => name === "compare-models")!;
    const { rows } = runQuery(store, query, given);
    return { a: new Set(rows.map((row) => row[3])), b: new Set(rows.map((row) => row[6])) };
  };

  test("never compares a model with itself, whichever of the two is named", () => {
    const runs = store.db
      .prepare<[], [string, string]>("SELECT r.id, s.name FROM runs r JOIN scorers s ON s.key = r.scorer")
      .raw()
      .all();
    expect(runs.length).toBe(2);
    for (const [id, name] of runs) {
      const other = runs.find(([another]) => another !== id)![1];
      expect(compare({ a: id })).toEqual({ a: new Set([name]), b: new Set([other]) });
      expect(compare({ b: id })).toEqual({ a: new Set([other]), b: new Set([name]) });
    }
  });
});

test("a statement that does read a large table from end to end is told from one that does not", () => {
  expect(readWhole(store, "SELECT max(logit) FROM scores", {})).toEqual(["scores"]);
  expect(readWhole(store, "SELECT count(*) FROM pairs", {})).toEqual(["pairs"]);
  expect(readWhole(store, "SELECT * FROM pairs WHERE key = 'x'", {})).toEqual([]);
  expect(readWhole(store, "SELECT p.pair FROM runs r JOIN run_pairs p ON p.pair > r.id", {})).toEqual([
    "run_pairs",
    "runs",
  ]);
});

import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { listQueries } from "../../../src/registry.js";
import { openStore, type Store } from "../../../src/store/open.js";
import { readOracleUse } from "../../../src/store/oracle/use.js";
import { runQuery } from "../../../src/store/queries.js";
import { workplace } from "../../cli/workplace.js";
import { NOISY, type OracleRows, writeOracleRows } from "../oracle-rows.js";
import { addRun } from "../scored-store.js";

const place = workplace();
let store: Store;
let run = "";
let rows: OracleRows;

beforeAll(() => {
  store = openStore(join(place.path, "tare.db"));
  const responses = [
    { role: "chosen" as const, score: 1 },
    { role: "rejected" as const, score: 0 },
  ];
  run = addRun(
    store,
    Array.from({ length: 4 }, () => ({ subset: "", responses })),
    "one",
  );
  rows = writeOracleRows(store, run);
  return () => store.db.close();
});

function ask(name: string, given: Record<string, string> = {}): Record<string, unknown>[] {
  const query = listQueries().find((one) => one.name === name)!;
  const { columns, rows: found } = runQuery(store, query, { run, ...given });
  return found.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index]])));
}

it("oracle-steps counts as reports do, and tells who was asked", () => {
  const { steps, promptTokens, completionTokens, calls, counted, seconds } = readOracleUse(store, run)!;
  const found = ask("oracle-steps");
  const bare = found.map(
    ({ step, version, template, asked, read, repaired, refused, truncated, unreadable }) => ({
      ...{ step, version, template, asked, read, repaired, refused, truncated, unreadable },
    }),
  );
  expect(bare).toEqual(steps);
  const sum = (column: string) => found.reduce((total, row) => total + Number(row[column] ?? 0), 0);
  expect([sum("prompt_tokens"), sum("completion_tokens"), sum("uncounted"), sum("seconds")]).toEqual([
    ...[promptTokens, completionTokens, calls - counted, seconds],
  ]);
  expect(found.map(({ asked_of }) => asked_of)).toEqual(["scribe", "scribe", "scribe", "scribe", "judge"]);
});

it("oracle-refusals counts each reason of those tried, with the last answer as it came", () => {
  const found = ask("oracle-refusals");
  expect(found.map(({ operator, reason, refused, tried }) => [operator, reason, refused, tried])).toEqual([
    ["oracle:degrade", "oracle-unreadable", 1, 3],
    ["oracle:degrade", "verifier-order", 1, 3],
    ["oracle:paraphrase", "oracle-over-budget", 1, 3],
    ["oracle:paraphrase", "oracle-unchanged", 1, 3],
  ]);
  expect(found[0]).toMatchObject({ item: rows.items[2], attribute: "accuracy", last_answer: NOISY });
  expect(found[2]!.last_answer).toBeNull();
});

it("oracle-pairs has the verified ones with what was changed and both scores", () => {
  const found = ask("oracle-pairs");
  expect(new Set(found.map(({ pair }) => pair))).toEqual(new Set(Object.values(rows.pairs)));
  // The run scored the new texts one less than their bases: as a degradation should, and a paraphrase should not.
  expect(
    found.map(({ operator, base_score, variant_score }) => [operator, base_score, variant_score]),
  ).toEqual([
    ["oracle:paraphrase", 1, 0],
    ["oracle:degrade", 1, 0],
  ]);
  expect(found[1]).toMatchObject({
    attribute: "accuracy",
    change: "three parts left out",
    agreement: 1,
    left_out: "",
  });
  expect(ask("oracle-pairs", { augmentation: "oracle:degrade" })).toHaveLength(1);
  expect(ask("oracle-pairs", { limit: "1" })).toHaveLength(1);
});

it("oracle-pairs says which guard left a verified pair out", () => {
  const { db } = store;
  db.exec("BEGIN");
  db.prepare("DELETE FROM run_pairs WHERE pair = ?").run(rows.pairs["oracle:degrade"]);
  db.prepare("INSERT INTO skips VALUES (?, 'oracle:degrade', 0, ?, 0, 'guard', 'too-different', '')").run(
    run,
    rows.items[0],
  );
  const [row] = ask("oracle-pairs", { augmentation: "oracle:degrade" });
  db.exec("ROLLBACK");
  expect(row).toMatchObject({ pair: null, left_out: "too-different" });
});

it("oracle-attributes counts prompts, grades and what was moved", () => {
  expect(ask("oracle-attributes")).toEqual([
    {
      ...{ model: "one", attribute: "accuracy", prompts: 3, strong: 3, weak: 0, quoted: 3 },
      ...{ tried: 3, verified: 1, why: "A wrong answer misleads." },
    },
    {
      ...{ model: "one", attribute: "clarity", prompts: 3, strong: 0, weak: 3, quoted: 0 },
      ...{ tried: 0, verified: 0, why: "What is not understood does not help." },
    },
  ]);
});

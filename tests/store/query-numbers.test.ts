import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { listQueries } from "../../src/registry.js";
import { openStore, type Store } from "../../src/store/open.js";
import { runQuery } from "../../src/store/queries.js";
import { ask } from "../cli/database.js";
import { lines, preferences } from "../cli/preferences.js";
import { workplace } from "../cli/workplace.js";
import { weigh } from "../stages/weighing.js";

const place = workplace();
const file = join(place.path, "tare.db");
let store: Store;

/** Doses of one operator under two attributes: each has a slope of its own. */
const hack = (attribute: string, doses: readonly number[]) => ({
  attribute,
  why: "Filler may not pay.",
  augmentations: doses.map((dose) => `length-padding@${dose}`),
  expect: "not-higher",
});
const RUBRIC = {
  name: "doses",
  why: "A rubric for tests.",
  minimumPrompts: 6,
  spurious: [hack("length", [1.5, 2]), hack("flattery", [1.25, 4])],
  ranking: { accuracy: { atLeast: 0.55 } },
};

/** Not English, so never padded: its item has one pair where others have two. */
const GERMAN = "Das ist eine alte Sache, und sie war nicht billig.";

const styled = (name: string) => ({
  prompt: `What is a ${name}, in short?`,
  chosen: ["A", "Here is the answer: a", "**It is small.** A"].map((lead) => `${lead} ${name} is a tool.`),
  rejected: ["A", "Here is the long answer, in one line: a", "A"].map(
    (lead, at) => `${lead} ${name} is a fish with ${at} eyes.`,
  ),
});

beforeAll(async () => {
  const records = preferences(12).map((record, at) =>
    at % 3 === 0 ? { ...record, rejected: GERMAN } : record,
  );
  place.file("data.jsonl", lines(records));
  place.file("styles.jsonl", lines(["hammer", "saw"].map(styled)));
  place.file("rubric.json", RUBRIC);
  await weigh(place.path, { data: ["data.jsonl", "styles.jsonl"], models: ["scripted:0.1*length+noise(2)"] });
  store = openStore(file, { mustExist: true });
  return () => store.db.close();
});

function rowsOf(name: string): Record<string, string | number | null>[] {
  const query = listQueries().find((known) => known.name === name)!;
  const { columns, rows } = runQuery(store, query, {});
  return rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at]!])));
}

test("the length curve has the pairs and the mean of the stored effect, each pair once", () => {
  const stored = ask<{ dose: number; estimate: number; n: number }>(
    file,
    "SELECT dose, estimate, n FROM effects WHERE scope = 'dose' AND metric = 'bias' AND stratum_kind = '' ORDER BY dose",
  );
  expect(stored.map(({ dose }) => dose)).toEqual([1.25, 1.5, 2, 4]);
  const curve = rowsOf("length-curve");
  expect(curve.map(({ dose, pairs }) => ({ dose, pairs }))).toEqual(
    stored.map(({ dose, n }) => ({ dose, pairs: n })),
  );
  for (const [at, { estimate }] of stored.entries()) expect(curve[at]!.mean_z).toBeCloseTo(estimate, 12);
});

test("every dose of the length curve shows the slope of its own rule", () => {
  const slopes = ask<{ attribute: string; estimate: number }>(
    file,
    "SELECT attribute, estimate FROM effects WHERE metric = 'slope' ORDER BY attribute",
  );
  const [flattery, length] = slopes.map(({ estimate }) => estimate);
  expect(flattery).not.toBe(length);
  expect(rowsOf("length-curve").map((row) => row.slope_per_doubling)).toEqual([
    flattery,
    length,
    length,
    flattery,
  ]);
});

test("accuracy weighs every item alike, as the ranking claim does", () => {
  const [stored] = ask<{ estimate: number; n: number }>(
    file,
    "SELECT estimate, n FROM effects WHERE scope = 'ranking' AND metric = 'accuracy' AND stratum_kind = ''",
  );
  const [row] = rowsOf("accuracy-by-subset");
  expect(row).toMatchObject({ items: 14, comparisons: 30 });
  expect(stored!.n).toBe(30);
  expect(row!.accuracy).toBeCloseTo(stored!.estimate, 12);
});

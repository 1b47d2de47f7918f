import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { loadAugmentations } from "../../src/registry.js";
import { combineDigests, digestTables, type TableDigest } from "../../src/store/digest.js";
import { openStore } from "../../src/store/open.js";
import { ask, askOne, complaints } from "../cli/database.js";
import { lines, preferences, shuffled } from "../cli/preferences.js";
import { EVERYTHING } from "../cli/rubrics.js";
import { workplace } from "../cli/workplace.js";
import { weigh } from "./weighing.js";

const place = workplace();
const RECORDS = preferences(40);
const MODELS = ["scripted:0.01*length+0.5*bullets+noise(0.3)", "scripted:length", "scripted:noise(1)"];
const at = (database: string) => join(place.path, database);

const tables = (database: string): TableDigest[] => {
  const store = openStore(at(database), { mustExist: true });
  const digests = digestTables(store);
  store.db.close();
  return digests;
};
const digest = (database: string) => combineDigests(tables(database));

beforeAll(async () => {
  place.file("rubric.json", EVERYTHING);
  place.file("other.json", { ...EVERYTHING, name: "other", causal: EVERYTHING.causal.slice(0, 1) });
  place.file("data.jsonl", lines(RECORDS));
  place.file("shuffled.jsonl", lines(shuffled(RECORDS, 5)));
  place.file("doubled.jsonl", lines(shuffled([...RECORDS, ...RECORDS.slice(10, 25)], 6)));
  place.file("half.jsonl", lines(RECORDS.slice(0, 20)));
  place.file("rest.jsonl", lines(RECORDS.slice(20)));
  await weigh(place.path, { database: "plain.db" });
});

describe("the same content", () => {
  test.each([
    ["at another time", "again.db", ["data.jsonl"]],
    ["in another order", "shuffled.db", ["shuffled.jsonl"]],
    ["with records twice", "doubled.db", ["doubled.jsonl"]],
    ["in two files", "halves.db", ["rest.jsonl", "half.jsonl"]],
  ])("%s", async (_, database, data) => {
    await weigh(place.path, { database, data });
    expect(digest(database)).toBe(digest("plain.db"));
    expect(askOne(at(database), "SELECT created_at FROM runs")).not.toBe(
      askOne(at("plain.db"), "SELECT created_at FROM runs"),
    );
  });

  test("whichever model goes first", async () => {
    await weigh(place.path, { database: "forward.db", models: MODELS });
    await weigh(place.path, { database: "backward.db", models: [...MODELS].reverse() });
    expect(digest("forward.db")).toBe(digest("backward.db"));
    expect(askOne(at("forward.db"), "SELECT count(*) FROM runs")).toBe(3);
  });

  test("of the items that --limit keeps, whatever the order of the file", async () => {
    await weigh(place.path, { database: "limit.db", limit: 15 });
    await weigh(place.path, { database: "limit-shuffled.db", limit: 15, data: ["doubled.jsonl"] });
    expect(askOne(at("limit.db"), "SELECT count(*) FROM items")).toBe(15);
    expect(digest("limit-shuffled.db")).toBe(digest("limit.db"));
  });

  test("duplicate records are counted, and said", async () => {
    const said: string[] = [];
    const progress = { update: () => {}, say: (line: string) => void said.push(line), end: () => {} };
    await weigh(place.path, { database: "said.db", data: ["doubled.jsonl"] }, { progress });
    expect(said[0]).toBe("read 55 records: 40 items, 15 duplicate records counted once");
  });
});

describe("another content", () => {
  test("with another seed: other pairs, and with a limit other items", async () => {
    await weigh(place.path, { database: "seed.db", seed: 2 });
    const differ = (name: string) => {
      const [a, b] = ["plain.db", "seed.db"].map(
        (database) => tables(database).find(({ table }) => table === name)!,
      );
      return a!.digest !== b!.digest;
    };
    expect(["items", "responses", "pairs", "scores", "effects"].filter(differ)).toEqual([
      "pairs",
      "scores",
      "effects",
    ]);
    await weigh(place.path, { database: "seed-limit.db", seed: 2, limit: 15 });
    await weigh(place.path, { database: "first-limit.db", seed: 1, limit: 15 });
    const items = (database: string) => ask(at(database), "SELECT item FROM run_items ORDER BY item");
    expect(items("seed-limit.db")).not.toEqual(items("first-limit.db"));
  });

  test("with one record changed by a letter", async () => {
    place.file(
      "letter.jsonl",
      lines([{ ...RECORDS[0], prompt: `${RECORDS[0]!.prompt}!` }, ...RECORDS.slice(1)]),
    );
    await weigh(place.path, { database: "letter.db", data: ["letter.jsonl"] });
    expect(digest("letter.db")).not.toBe(digest("plain.db"));
  });
});

test("an operator asked for beside the rubric changes no pair, score or claim of the others", async () => {
  const names = (await loadAugmentations()).map(({ name }) => name);
  await weigh(place.path, { database: "more.db", augmentations: names });
  const used = ask<{ name: string }>(
    at("more.db"),
    "SELECT DISTINCT augmentation AS name FROM skips UNION SELECT augmentation FROM pairs",
  );
  expect(new Set(used.map(({ name }) => name))).toEqual(new Set(names));
  const attached = "SELECT key, augmentation, dose, base, variant FROM pairs ORDER BY key";
  const before = ask(at("plain.db"), attached);
  const after = new Map(ask(at("more.db"), attached).map((row) => [row.key, row]));
  expect(before.length).toBeGreaterThan(300);
  for (const row of before) expect(after.get(row.key)).toEqual(row);
  expect(after.size).toBeGreaterThan(before.length);
  const claims =
    "SELECT claim, verdict, estimate, lower, upper, p_fail, p_fail_holm, n, because FROM verdicts ORDER BY claim";
  expect(ask(at("more.db"), claims)).toEqual(ask(at("plain.db"), claims));
  const pooled =
    "SELECT attribute, metric, estimate, lower, upper FROM effects WHERE scope = 'attribute' AND stratum_kind = '' ORDER BY 1, 2";
  expect(ask(at("more.db"), pooled)).toEqual(ask(at("plain.db"), pooled));
});

describe("what was scored before", () => {
  test("the same command again scores nothing and changes nothing", async () => {
    const before = digest("plain.db");
    const [outcome] = await weigh(place.path, { database: "plain.db" });
    expect(outcome!.scoring).toMatchObject({ scored: 0, tokens: 0 });
    expect(digest("plain.db")).toBe(before);
  });

  test("another rubric on the same operators scores nothing new; both runs stay", async () => {
    const scores = askOne(at("plain.db"), "SELECT count(*) FROM scores");
    const [outcome] = await weigh(place.path, { database: "plain.db", rubric: "./other.json" });
    expect(outcome!.scoring.scored).toBe(0);
    expect(askOne(at("plain.db"), "SELECT count(*) FROM scores")).toBe(scores);
    expect(ask(at("plain.db"), "SELECT state FROM runs")).toEqual([
      { state: "complete" },
      { state: "complete" },
    ]);
    expect(complaints(at("plain.db"))).toEqual([]);
  });

  test("more data scores the new texts alone", async () => {
    await weigh(place.path, { database: "grown.db", data: ["half.jsonl"] });
    const known = askOne(at("grown.db"), "SELECT count(*) FROM scores");
    const [outcome] = await weigh(place.path, { database: "grown.db" });
    const all = askOne(at("grown.db"), "SELECT count(*) FROM scores");
    expect(outcome!.scoring.scored).toBe(all - known);
    expect(outcome!.scoring.scored).toBeLessThan(all * 0.8);
  });
});

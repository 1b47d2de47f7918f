import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { findKeys } from "../../../src/store/browse/find-key.js";
import { pagePairs } from "../../../src/store/browse/page-pairs.js";
import { readItem } from "../../../src/store/browse/read-item.js";
import { readPair } from "../../../src/store/browse/read-pair.js";
import { openStore, type Store } from "../../../src/store/open.js";
import { searchTexts } from "../../../src/store/words/search-texts.js";
import { lines, preferences } from "../../cli/preferences.js";
import { EVERYTHING } from "../../cli/rubrics.js";
import { workplace } from "../../cli/workplace.js";
import { weigh } from "../../stages/weighing.js";

const place = workplace();
let store: Store;
/** Tables with a row for every pair, text or score: to read one of them whole takes as long as the database is large. */
const LARGE = new Set(
  "pairs texts prompts items responses scores run_pairs run_texts run_items drift skips pair_rewards base_rewards text_numbers".split(
    " ",
  ),
);

beforeAll(async () => {
  place.file("data.jsonl", lines(preferences(4)));
  place.file("rubric.json", EVERYTHING);
  await weigh(place.path, {
    data: ["data.jsonl"],
    models: ["scripted:length", "scripted:0.1*length+noise(1)"],
  });
  store = openStore(join(place.path, "tare.db"));
  return () => store.db.close();
});

/** The large tables that some statement of `action` scans from end to end. */
function scanned(action: () => unknown): string[] {
  const { db } = store;
  const prepare = db.prepare.bind(db);
  const asked = new Set<string>();
  db.prepare = ((sql: string) => {
    asked.add(sql);
    return prepare(sql);
  }) as typeof db.prepare;
  try {
    action();
  } finally {
    db.prepare = prepare as typeof db.prepare;
  }
  expect(asked.size).toBeGreaterThan(0);
  return [...asked].flatMap((sql) => {
    const names = new Map(
      [...sql.matchAll(/\b(\w+) (?:AS )?(\w+)\b/g)].map(([, table, alias]) => [alias!, table!]),
    );
    const plan = prepare<unknown[], { readonly detail: string }>(
      `EXPLAIN QUERY PLAN ${sql.replace(/[?]|@\w+|:\w+/g, "NULL")}`,
    ).all();
    return plan.flatMap(({ detail }) => {
      const [, name] = /^SCAN (\w+)/.exec(detail) ?? [];
      const table = LARGE.has(name ?? "") ? name! : names.get(name ?? "");
      return table !== undefined && LARGE.has(table)
        ? [`${table}: ${sql.replace(/\s+/g, " ").slice(0, 80)}`]
        : [];
    });
  });
}

const run = () => store.db.prepare<[], string>("SELECT min(id) FROM runs").pluck().get()!;

test.each([
  ["all", {}],
  ["one operator", { augmentation: "length-padding", dose: 2 }],
  ["broken ones", { broken: true, role: "chosen" }],
  ["by words", { search: "the" }],
] as const)("a page of pairs reads what it shows: %s", (_, filters) => {
  for (const sort of ["z", "pair"] as const) {
    const asked = { run: run(), filters, sort, limit: 3 };
    const pages = scanned(() => pagePairs(store, { ...asked, after: pagePairs(store, asked).next }));
    expect(pages).toEqual([]);
  }
});

test("one pair, one item, keys by their beginning, and words", () => {
  const pair = store.db.prepare<[], string>("SELECT min(key) FROM pairs").pluck().get()!;
  const item = store.db.prepare<[], string>("SELECT min(id) FROM items").pluck().get()!;
  expect(scanned(() => expect(readPair(store, pair)?.scores).toHaveLength(2))).toEqual([]);
  expect(scanned(() => expect(readItem(store, item)?.pairs.length).toBeGreaterThan(5))).toEqual([]);
  expect(scanned(() => expect(findKeys(store, pair.slice(0, 6)).pairs).toContain(pair))).toEqual([]);
  expect(scanned(() => searchTexts(store, { search: "the", in: "response", limit: 3 }))).toEqual([]);
});

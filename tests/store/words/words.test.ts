import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { itemId, promptKey, textKey } from "../../../src/keys.js";
import { writeItems } from "../../../src/store/items.js";
import { openStore, type Store } from "../../../src/store/open.js";
import { countWords, fillWords } from "../../../src/store/words/fill-words.js";
import { searchTexts } from "../../../src/store/words/search-texts.js";
import { wordQuery } from "../../../src/store/words/word-query.js";
import { workplace } from "../../cli/workplace.js";

const place = workplace();
let store: Store;

const SAID = [
  ["What grows here?", "Tomatoes grow here, and so does a naïve cabbage."],
  ["What lives here?", "An otter lives here. It does not grow tomatoes."],
  ["Who OR what NEAR(this)?", 'He said "water the plants" AND left.'],
] as const;

function add(said: readonly (readonly [string, string])[]): string[] {
  const items = said.map(([content, text]) => {
    const prompt = [
      { role: "system", content: "Be brief." },
      { role: "user", content },
    ];
    const draft = { prompt, subset: "", responses: [{ role: "response" as const, style: "", text }] };
    return { ...draft, id: itemId(draft), promptKey: promptKey(prompt) };
  });
  writeItems(store, items);
  return items.map(({ prompt, responses }) => textKey({ messages: prompt, response: responses[0]!.text }));
}

const found = (search: string, kind: "response" | "prompt" = "response") =>
  searchTexts(store, { search, in: kind, limit: 10 }).hits.map(({ key }) => key);

let keys: string[] = [];
beforeAll(async () => {
  store = openStore(join(place.path, "w.db"));
  keys = add(SAID);
  await fillWords(store);
});
afterAll(() => store.db.close());

describe("words of texts", () => {
  test.each([
    ["tomatoes", [0, 1]],
    ["TOMATOES here", [0, 1]],
    ['"grow tomatoes"', [1]],
    ['"tomatoes grow"', [0]],
    ["naive", [0]],
    ["tomat*", [0, 1]],
    ["cabb* otter", []],
    ["AND", [0, 2]],
    ['said AND "water the plants"', [2]],
    ["zebra", []],
    ["plants) OR (otter", []],
    ["response:otter", []],
    ["otter -lives", [1]],
    ["^otter", [1]],
  ] as const)("%s", (search, wanted) => {
    expect(found(search).sort()).toEqual(wanted.map((at) => keys[at]).sort());
  });

  test("prompts are searched with every message, and a hit tells where", () => {
    expect(found("brief lives", "prompt")).toHaveLength(1);
    const [hit] = searchTexts(store, { search: "NEAR", in: "prompt", limit: 10 }).hits;
    expect(hit).toMatchObject({ in: "prompt", excerpt: expect.stringContaining("NEAR(this)") });
    expect(found("otter", "prompt")).toEqual([]);
  });

  test("page by page", () => {
    const first = searchTexts(store, { search: "here", in: "response", limit: 1 });
    const second = searchTexts(store, { search: "here", in: "response", limit: 1, after: first.next });
    expect([...first.hits, ...second.hits].map(({ key }) => key)).toEqual([keys[0], keys[1]]);
    expect(second.next).toBeUndefined();
  });

  test.each(['"open', "", "   ", "!!! ---", '""'])("%j is no list of words", (search) => {
    expect(() => found(search)).toThrow(expect.objectContaining({ code: "TARE_SEARCH_WORDS" }));
  });

  test("whatever is looked for, SQLite takes it for words", () => {
    for (const search of [
      "a'b",
      "x NEAR y",
      "(",
      "a\0b",
      "*",
      "a**",
      "{a b}:c",
      "a + b",
      "NOT a",
      "\u{1F600} a",
      "é",
      "中文",
    ]) {
      let query: string;
      try {
        query = wordQuery(search);
      } catch {
        continue; // no word in it
      }
      expect(() =>
        store.db.prepare("SELECT count(*) FROM response_words WHERE response_words MATCH ?").get(query),
      ).not.toThrow();
    }
  });
});

test("what is new is indexed once, and until then a search says so", async () => {
  const [added] = add([["What swims here?", "A heron wades; an otter swims."]]);
  expect(() => found("otter")).toThrow(expect.objectContaining({ code: "TARE_SEARCH_INDEX" }));
  const seen: number[] = [];
  await fillWords(store, async (done) => void seen.push(done));
  await fillWords(store);
  expect(seen.at(-1)).toBe(8);
  expect(countWords(store)).toEqual({ indexed: 8, of: 8 });
  expect(found("otter")).toEqual([keys[1], added]);
});

test("VACUUM may number rows anew: the words still point at their texts", async () => {
  store.db.exec("PRAGMA foreign_keys = OFF");
  store.db.prepare("DELETE FROM response_words WHERE 0").run();
  // Rows in another order, as a vacuum may leave them.
  store.db.exec(
    `CREATE TEMP TABLE kept AS SELECT * FROM texts ORDER BY key DESC; DELETE FROM texts;
     INSERT INTO texts SELECT * FROM kept; DROP TABLE kept; VACUUM; PRAGMA foreign_keys = ON`,
  );
  expect(found("otter")).toContain(keys[1]);
  expect(found("cabbage")).toEqual([keys[0]]);
  for (const index of ["response_words", "prompt_words"])
    expect(() =>
      store.db.exec(`INSERT INTO ${index} (${index}, rank) VALUES ('integrity-check', 1)`),
    ).not.toThrow();
});

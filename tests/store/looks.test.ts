import { join } from "node:path";
import { expect, test } from "vitest";
import type { Item } from "../../src/contract.js";
import { promptKey } from "../../src/keys.js";
import { writeItems } from "../../src/store/items.js";
import { countLooks } from "../../src/store/looks.js";
import { openStore, type Store } from "../../src/store/open.js";
import { findRun, insertRun, recordEvent } from "../../src/store/runs.js";
import { writeScorer } from "../../src/store/scores.js";
import { workplace } from "../cli/workplace.js";

const place = workplace();

const IDENTITY = {
  kind: "scripted",
  name: "m",
  architecture: "",
  dtype: "",
  provider: "",
  input: "none",
  maxLength: 10,
  truncation: "right",
  batching: "",
  files: {},
  heads: ["score"],
};

interface Begun {
  readonly name?: string;
  readonly scorer?: string;
  readonly file?: string;
  readonly items?: readonly string[];
}

/** Begins a run, on the same file unless told otherwise. */
function begin(store: Store, day: number, how: Begun = {}): string {
  const { name = "r", scorer = "s", file = "data.jsonl", items = [] } = how;
  const id = `run-${day}`;
  insertRun(store, {
    id,
    plan: "{}",
    rubric: { digest: name, name, source: "{}" },
    scorer,
    reward: [{ head: 0, weight: 1 }],
    rewardName: "reward",
    data: `data of day ${day}`,
    seed: 1,
    createdAt: `2026-01-0${day}T00:00:00.000Z`,
    version: "0",
    items,
    files: [file],
  });
  return id;
}

const judge = (store: Store, id: string, day: number): void =>
  recordEvent(store, id, `2026-01-0${day}T01:00:00.000Z`, "judged", "pass");

test("a run is a look from its first verdict on, in the order of the verdicts", () => {
  const store = openStore(join(place.path, "looks.db"));
  writeScorer(store, "s", IDENTITY);
  const look = (id: string) => countLooks(store, findRun(store, id)!).own;

  const first = begin(store, 1);
  judge(store, first, 1);
  const brokenOff = begin(store, 2);
  judge(store, begin(store, 3, { name: "other rubric" }), 3);
  const fourth = begin(store, 4);
  judge(store, fourth, 4);
  judge(store, first, 5);
  expect([look(first), look(fourth)]).toEqual([1, 2]);

  judge(store, brokenOff, 6);
  expect([look(first), look(fourth), look(brokenOff)]).toEqual([1, 2, 3]);
  store.db.close();
});

test("another file of the same items is the same source, another scorer is counted beside; standard input is no name", () => {
  const store = openStore(join(place.path, "sources.db"));
  for (const key of ["s", "t"]) writeScorer(store, key, { ...IDENTITY, name: key });
  const ids = ["a", "b", "c"];
  writeItems(store, ids.map(itemOf));
  let day = 0;
  const looks = (how: Begun) => {
    day++;
    const id = begin(store, day, how);
    judge(store, id, day);
    const { own, all } = countLooks(store, findRun(store, id)!);
    return [own, all];
  };
  expect(looks({ items: ["a"] })).toEqual([1, 1]);
  expect(looks({ items: ["b"] })).toEqual([2, 2]); // the file's name
  expect(looks({ file: "copy.jsonl", items: ["a", "c"] })).toEqual([2, 2]); // item a; of b it knows nothing
  expect(looks({ file: "-", items: ["c"], scorer: "t" })).toEqual([1, 2]);
  expect(looks({ file: "-", items: ["b"], scorer: "t" })).toEqual([1, 2]);
  store.db.close();
});

function itemOf(id: string): Item {
  const prompt = [{ role: "user", content: id }];
  return {
    id,
    promptKey: promptKey(prompt),
    prompt,
    responses: [{ role: "response", text: id, style: "" }],
    subset: "",
  };
}

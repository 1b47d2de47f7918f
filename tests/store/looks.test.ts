import { join } from "node:path";
import { expect, test } from "vitest";
import { openStore, type Store } from "../../src/store/open.js";
import { countLooks, findRun, insertRun, recordEvent } from "../../src/store/runs.js";
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

/** Begins a run on the same file. */
function begin(store: Store, day: number, name = "r"): string {
  const id = `run-${day}`;
  insertRun(store, {
    id,
    plan: "{}",
    rubric: { digest: name, name, source: "{}" },
    scorer: "s",
    reward: [{ head: 0, weight: 1 }],
    rewardName: "reward",
    data: `data of day ${day}`,
    seed: 1,
    createdAt: `2026-01-0${day}T00:00:00.000Z`,
    version: "0",
    items: [],
    files: ["data.jsonl"],
  });
  return id;
}

const judge = (store: Store, id: string, day: number): void =>
  recordEvent(store, id, `2026-01-0${day}T01:00:00.000Z`, "judged", "pass");

test("a run is a look from its first verdict on, in the order of the verdicts", () => {
  const store = openStore(join(place.path, "looks.db"));
  writeScorer(store, "s", IDENTITY);
  const look = (id: string) => countLooks(store, findRun(store, id)!);

  const first = begin(store, 1);
  judge(store, first, 1);
  const brokenOff = begin(store, 2);
  judge(store, begin(store, 3, "other rubric"), 3);
  const fourth = begin(store, 4);
  judge(store, fourth, 4);
  judge(store, first, 5);
  expect([look(first), look(fourth)]).toEqual([1, 2]);

  judge(store, brokenOff, 6);
  expect([look(first), look(fourth), look(brokenOff)]).toEqual([1, 2, 3]);
  store.db.close();
});

import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { listQueries } from "../../src/registry.js";
import { scoreData } from "../../src/stages/score-data.js";
import { openStore } from "../../src/store/open.js";
import { runQuery } from "../../src/store/queries.js";
import { workplace } from "../cli/workplace.js";
import { FORMATS } from "../formats/known-formats.js";
import { readFiles } from "../formats/reading.js";
import { surroundings, weigh } from "./weighing.js";

const FOLDER = fileURLToPath(new URL("../formats/fixtures/", import.meta.url));
const place = workplace();

/** Accuracy by the rewards of the file, with nothing of tare's but the order of the responses. */
const BY_HAND: Readonly<
  Record<string, { readonly rewards: string; readonly accuracy: number; readonly pairs: number }>
> = {
  // Right: 1 (1.8 > -0.4), 3 (2.5 > 1.1), 5 (1.4 > -1.2). Wrong: 2 (0.2 < 0.9), 4 (0.3 < 0.7).
  "judgebench.jsonl": { rewards: "judgebench-rewards.jsonl", accuracy: 3 / 5, pairs: 5 },
  // Wrong: only the second (0.4 < 0.6).
  "rmb-pairwise.json": { rewards: "rmb-rewards.jsonl", accuracy: 3 / 4, pairs: 4 },
  // Of the second, one of two losers is above the best: 1, 1/2, 1, each item with the same weight.
  "rmb-best-of-n.json": { rewards: "rmb-rewards.jsonl", accuracy: 2.5 / 3, pairs: 6 },
};

describe.each(Object.entries(BY_HAND))(
  "%s with rewards from elsewhere",
  (file, { rewards, accuracy, pairs }) => {
    test("has the accuracy that counting by hand gives", async () => {
      const options = {
        data: [join(FOLDER, file)],
        models: [`precomputed:${join(FOLDER, rewards)}`],
        ...{ database: `${basename(file)}.db`, seed: 1, head: undefined, cache: true },
      };
      const [summary] = await scoreData(options, surroundings(place.path));
      expect(summary).toMatchObject({ accuracy: expect.closeTo(accuracy, 12), comparisons: pairs });
    });
  },
);

test("RMB's best of n counts where it beats every other answer, goal by goal", async () => {
  place.file("rubric.json", {
    name: "ranking",
    why: "The data's own preferences.",
    ranking: { accuracy: { atLeast: 0.5 } },
  });
  const data = ["rmb-pairwise.json", "rmb-best-of-n.json"].map((file) => join(FOLDER, file));
  const models = [`precomputed:${join(FOLDER, "rmb-rewards.jsonl")}`];
  await weigh(place.path, { data, models, database: "rmb.db" });
  const store = openStore(join(place.path, "rmb.db"), { mustExist: true });
  const query = listQueries().find(({ name }) => name === "rmb")!;
  const { rows } = runQuery(store, query, {});
  store.db.close();
  expect(rows.map(([, ...row]) => row)).toEqual([
    ["Harmlessness", "best-of-n", 1, 1],
    ["Harmlessness", "pairwise", 1, 1],
    ["Helpfulness", "best-of-n", 2, 1 / 2],
    ["Helpfulness", "pairwise", 3, expect.closeTo(2 / 3, 12)],
  ]);
});

test("the fixtures are of the formats that they are shaped after", async () => {
  const formats = new Set<string>();
  for (const file of Object.keys(BY_HAND)) {
    const reads = await readFiles([file], { cwd: FOLDER, formats: FORMATS });
    for (const { format, item } of reads) {
      formats.add(format);
      expect(item.subset).not.toBe("");
    }
    expect(readFileSync(join(FOLDER, file), "utf8").length).toBeLessThan(4000);
  }
  expect([...formats]).toEqual(["judgebench", "rmb", "rmb-best-of-n"]);
});

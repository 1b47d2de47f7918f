import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { scoreData } from "../../src/stages/score-data.js";
import { workplace } from "../cli/workplace.js";
import { FORMATS } from "../formats/known-formats.js";
import { readFiles } from "../formats/reading.js";
import { surroundings } from "./weighing.js";

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

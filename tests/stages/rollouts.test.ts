import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { RunView } from "../../src/contract.js";
import { listQueries } from "../../src/registry.js";
import json from "../../src/reports/json.js";
import markdown from "../../src/reports/markdown.js";
import { reportDocument } from "../../src/reports/schema/document.js";
import terminal from "../../src/reports/terminal.js";
import { reanalyzeRuns } from "../../src/stages/reanalyze.js";
import { digestTables } from "../../src/store/digest.js";
import { openStore, usingStore } from "../../src/store/open.js";
import { runQuery } from "../../src/store/queries.js";
import { lines, preferences } from "../cli/preferences.js";
import { COMPLETENESS } from "../cli/rubrics.js";
import { workplace } from "../cli/workplace.js";
import { surroundings, weigh } from "./weighing.js";

const place = workplace();
const file = join(place.path, "tare.db");
const BOLD = "It is **worth it**. ";
const STEPS = [0, 100, 1000];

/** A policy that learns to go on, and at last to write in bold, while the gold reward of its log falls. */
const ROLLOUTS = STEPS.flatMap((step, at) =>
  preferences(12).map(({ prompt, chosen, rejected }, i) => ({
    prompt,
    responses: [chosen, rejected].map(
      (answer, j) => answer + " Really.".repeat(at * (3 + ((i + j) % 3))) + (step === 1000 ? ` ${BOLD}` : ""),
    ),
    step,
    gold_reward: [2 - at + (i % 3) / 10, 1 - at],
  })),
);
let view: RunView;
const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;

beforeAll(async () => {
  place.file("data.jsonl", lines(ROLLOUTS));
  place.file("rubric.json", { ...COMPLETENESS, scale: "within-prompt" });
  const [outcome] = await weigh(place.path, { models: ["scripted:length+noise(1)"] });
  view = outcome!.view;
});

describe("a run on rollouts", () => {
  test("has the means of every checkpoint, with the rewards of the log", () => {
    const { means } = view.checkpoints!;
    expect(new Set(means.map(({ measure }) => measure))).toEqual(
      new Set(["reward", "tokens", "list items", "headings", "bold", "logged gold_reward"]),
    );
    const of = (measure: string) => means.filter((one) => one.measure === measure);
    expect(of("reward").map(({ step, n, prompts }) => [step, n, prompts])).toEqual(
      STEPS.map((step) => [step, 24, 12]),
    );
    for (const [at, { mean: stored }] of of("logged gold_reward").entries()) {
      const own = ROLLOUTS.filter(({ step }) => step === STEPS[at]).flatMap((row) => row.gold_reward);
      expect(stored).toBeCloseTo(mean(own), 10);
    }
    expect(of("bold").map((row) => row.mean)).toEqual([0, 0, 1]);
    // The reward is words, give or take a little: one a repeat.
    const words = mean(ROLLOUTS.flatMap((_, i) => [0, 1].map((j) => 3 + ((i + j) % 3))).slice(0, 24));
    expect(of("reward")[1]!.change!).toBeGreaterThan(words - 1.5);
    expect(of("reward")[1]!.change!).toBeLessThan(words + 1.5);
    expect(of("tokens").at(-1)!.changeLower!).toBeGreaterThan(5);
  });

  test("tells that the reward goes with length, and against the log's", () => {
    const find = (measure: string) =>
      view.checkpoints!.correlations.find((one) => one.measure === measure && one.level === "across")!;
    expect(find("tokens").lower!).toBeGreaterThan(0.8);
    expect(find("logged gold_reward").upper!).toBeLessThan(-0.8);
    expect(find("headings").reason).toBe("headings does not vary");
  });

  test("is shown from the first checkpoint to the last, and one by one in the query", async () => {
    const text = terminal.render([view], { color: false, width: 110 });
    expect(text).toMatch(/^IN TRAINING +first +last +change +r at one +r across +path$/m);
    expect(text).toMatch(/^ {2}bold +0 +1 +\+1 /m);
    expect(text).toContain("from step 0 to step 1000 (3 checkpoints, 12 prompts at the last)");
    expect(markdown.render([view], { color: false, width: 80 })).toContain("| logged gold\\_reward | 1.55 |");
    const document = JSON.parse(json.render([view], { color: false, width: 80 }));
    expect(reportDocument.parse(document)).toEqual(document);
    const query = listQueries().find(({ name }) => name === "goodhart")!;
    await usingStore(openStore(file, { mustExist: true }), (store) => {
      expect(runQuery(store, query, {}).rows).toHaveLength(18);
      expect(runQuery(store, query, { measure: "reward" }).rows.map((row) => row[3])).toEqual(STEPS);
    });
  });

  test("comes out alike from its stored scores", async () => {
    const digest = () => usingStore(openStore(file, { mustExist: true }), digestTables);
    const before = await digest();
    expect(before.find(({ table }) => table === "checkpoint_means")!.rows).toBe(18);
    await usingStore(openStore(file, { mustExist: true }), (store) =>
      reanalyzeRuns(store, undefined, surroundings(place.path)),
    );
    expect(await digest()).toEqual(before);
  });
});

test("a run on other data has no checkpoints", async () => {
  place.file("pairs.jsonl", lines(preferences(8)));
  const [outcome] = await weigh(place.path, { data: ["pairs.jsonl"], models: ["scripted:length"] });
  expect(outcome!.view.checkpoints).toEqual({ means: [], correlations: [] });
  expect(terminal.render([outcome!.view], { color: false, width: 80 })).not.toContain("IN TRAINING");
});

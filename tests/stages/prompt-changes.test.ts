import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { ask } from "../cli/database.js";
import { lines, preferences } from "../cli/preferences.js";
import { workplace } from "../cli/workplace.js";
import { meanOverItems, readAnswers, readMoves, withinPromptSd } from "../effects/naive.js";
import { weigh } from "./weighing.js";

const place = workplace();
const file = join(place.path, "tare.db");
const RULE = {
  attribute: "prompt noise",
  why: "w",
  augmentations: ["prompt-punctuation-spaces"],
  allow: { effect: 0.2, flipRate: 0.1 },
};
let run = "";

beforeAll(async () => {
  place.file("data.jsonl", lines(preferences(24)));
  place.file("rubric.json", JSON.stringify({ name: "asked", why: "w", spurious: [RULE] }));
  // Noise is of the whole text, so that the prompt moves it.
  const [outcome] = await weigh(place.path, { models: ["scripted:0.1*bullets+noise(1)"] });
  run = outcome!.view.run;
});

test("a run measures margins, from the tables to the effects", () => {
  const answers = readAnswers(file, run);
  const moves = readMoves(file, run);
  const sd = withinPromptSd(answers);
  const margins = [...new Set(answers.map(({ item }) => item))].map((item) => {
    const of = (role: string) => {
      const { position } = answers.find((answer) => answer.item === item && answer.role === role)!;
      return moves.find((move) => move.item === item && move.position === position)!.difference;
    };
    return { item, value: (of("chosen") - of("rejected")) / sd };
  });
  expect(margins).toHaveLength(24);
  expect(margins.filter(({ value }) => Math.abs(value) > 0.01).length).toBeGreaterThan(20);
  const stored = ask<{ metric: string; estimate: number; n: number }>(
    file,
    "SELECT metric, estimate, n FROM effects WHERE run = ? AND scope = 'attribute' AND stratum_kind = ''",
    run,
  );
  const of = (metric: string) => stored.find((row) => row.metric === metric)!;
  expect(of("bias").n).toBe(24);
  expect(of("bias").estimate).toBeCloseTo(meanOverItems(margins), 10);
  const squares = margins.map(({ item, value }) => ({ item, value: value ** 2 }));
  expect(of("dispersion").estimate).toBeCloseTo(Math.sqrt(meanOverItems(squares)), 10);
});

test("all answers of an item stand under one new prompt", () => {
  const rows = ask<{ prompts: number; pairs: number }>(
    file,
    `SELECT count(DISTINCT t.prompt) AS prompts, count(*) AS pairs FROM run_pairs r JOIN pairs p ON p.key = r.pair
       JOIN texts t ON t.key = p.variant WHERE r.run = ? GROUP BY r.item`,
    run,
  );
  expect(rows).toHaveLength(24);
  for (const row of rows) expect(row).toEqual({ prompts: 1, pairs: 2 });
});

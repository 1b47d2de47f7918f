import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { gatherItems } from "../../src/stages/gather.js";
import { openStore } from "../../src/store/open.js";
import { readRollouts } from "../../src/store/rollouts.js";
import { lines } from "../cli/preferences.js";
import { COMPLETENESS } from "../cli/rubrics.js";
import { workplace } from "../cli/workplace.js";
import { FORMATS } from "../formats/known-formats.js";
import { surroundings, weigh } from "../stages/weighing.js";

const place = workplace();

const answer = (n: number, step: number) =>
  `The bridge was opened in ${1900 + n}. It took ${step} men ${n + 2} years, and it is still in use.`;
const rollout = (step: number, n: number) => ({
  prompt: `When was bridge number ${n} opened?`,
  responses: [answer(n, step), `${answer(n, step)} It is well worth a visit.`],
  ...{ checkpoint: `step-${step}`, step, proxy_reward: [step / 100, step / 50], gold_reward: [1, null] },
});
const ROLLOUTS = [200, 100].flatMap((step) => [1, 2, 3].map((n) => rollout(step, n)));

describe("rollouts in the database", () => {
  test("come back by step with prompt, text and the rewards that were logged", async () => {
    place.file("rollouts.jsonl", lines(ROLLOUTS));
    place.file("rubric.json", COMPLETENESS);
    const options = { data: ["rollouts.jsonl"], database: "rollouts.db" };
    const [outcome] = await weigh(place.path, options);
    const store = openStore(join(place.path, "rollouts.db"));
    const rows = readRollouts(store, outcome!.view.run);
    expect(rows.map(({ step, checkpoint, position }) => [step, checkpoint, position])).toEqual(
      [100, 200].flatMap((step) =>
        [1, 2, 3].flatMap(() => [0, 1].map((position) => [step, `step-${step}`, position])),
      ),
    );
    for (const { step, position, rewards } of rows)
      expect(rewards).toEqual(
        position === 0 ? { proxy_reward: step! / 100, gold_reward: 1 } : { proxy_reward: step! / 50 },
      );
    // A prompt is one cluster at every step; a text is the one the answer made.
    expect(new Set(rows.map(({ prompt }) => prompt)).size).toBe(3);
    const texts = store.db.prepare("SELECT response FROM texts WHERE key = ?").pluck();
    expect(new Set(rows.map(({ text }) => texts.get(text)))).toEqual(
      new Set(ROLLOUTS.flatMap(({ responses }) => responses)),
    );
    // The view has the model's own reward of each beside its step.
    const scored = store.db
      .prepare(
        "SELECT count(*) AS n, count(score) AS scores, count(DISTINCT step) AS steps FROM rollout_scores",
      )
      .get();
    expect(scored).toEqual({ n: 12, scores: 12, steps: 2 });
    store.db.close();
  });

  test("stay with their answers where a later file has these in another order", async () => {
    const logged = { responses: ["The first.", "The second."], step: 1, reward: [0.5, null] };
    const turned = { responses: ["The second.", "The first."], step: 1, reward: [null, 0.5] };
    const store = openStore(join(place.path, "turned.db"));
    const read = async (file: string, record: object) => {
      place.file(file, lines([{ prompt: "Which bridge?", ...record }]));
      const options = { files: [file], limit: undefined, seed: 1, format: undefined, formats: FORMATS };
      return gatherItems(
        store,
        { ...options, ...surroundings(place.path) },
        surroundings(place.path).progress,
      );
    };
    expect((await read("turned.jsonl", turned)).items).toEqual((await read("logged.jsonl", logged)).items);
    const rewarded = store.db.prepare(
      `SELECT t.response, l.reward FROM logged_rewards l JOIN responses r ON r.item = l.item AND r.position = l.position
         JOIN texts t ON t.key = r.text`,
    );
    expect(rewarded.all()).toEqual([{ response: "The first.", reward: 0.5 }]);
    store.db.close();
  });

  test("of other data there are none, and items without a preference are counted", async () => {
    const rated = (prompt: string, helpfulness: number[]) =>
      helpfulness.map((rating, index) => ({
        ...{ prompt, response: `${answer(index, 3)} (${prompt})`, helpfulness: rating },
        ...{ correctness: 3, coherence: 4, complexity: 1, verbosity: 1 },
      }));
    const rows = [
      ...rated("One?", [1, 3]),
      ...rated("Two?", [2, 2]),
      ...rated("One?", [1, 3]),
      ...rated("Three?", [4]),
    ];
    place.file("rated.jsonl", lines(rows));
    const store = openStore(join(place.path, "rated.db"));
    const around = surroundings(place.path);
    const options = {
      ...around,
      files: ["rated.jsonl"],
      formats: FORMATS,
      format: undefined,
      limit: undefined,
      seed: 1,
    };
    const gathered = await gatherItems(store, options, around.progress);
    expect(gathered).toMatchObject({ read: 7, distinct: 3, duplicates: 1, unranked: 2 });
    expect(store.db.prepare("SELECT count(*) FROM rollouts").pluck().get()).toBe(0);
    expect(store.db.prepare("SELECT count(*) FROM logged_rewards").pluck().get()).toBe(0);
    store.db.close();
  });
});

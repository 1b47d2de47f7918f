import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { ask, askOne } from "../cli/database.js";
import { lines, preferences } from "../cli/preferences.js";
import { EVERYTHING } from "../cli/rubrics.js";
import { workplace } from "../cli/workplace.js";
import { meanOverItems, readAnswers, readMoves, withinPromptSd } from "../effects/naive.js";
import { describeWithShared } from "../shared.js";
import { weigh } from "./weighing.js";

const place = workplace();
const at = (database: string) => join(place.path, database);

beforeAll(() => {
  place.file("data.jsonl", lines(preferences(24)));
  place.file("few.jsonl", lines(preferences(5)));
  place.file("rubric.json", EVERYTHING);
  place.file("overall.json", { ...EVERYTHING, name: "overall", scale: "overall" });
  place.file("many.json", { ...EVERYTHING, name: "many", minimumPrompts: 1_000 });
});

describe("a model that says nothing never passes a claim", () => {
  test.each(["scripted:constant(1)", "scripted:0*length", "scripted:prompt-length"])("%s", async (model) => {
    const [outcome] = await weigh(place.path, { models: [model], database: "constant.db" });
    const { verdicts, verdict, scale } = outcome!.view;
    expect(scale.within).toBe(0);
    expect(verdicts).toHaveLength(12);
    const passed = verdicts.filter((one) => one.verdict === "pass").map(({ claim }) => claim.id);
    expect(passed).toEqual([]);
    expect(verdict).not.toBe("pass");
    for (const { claim, because } of verdicts.filter(({ claim }) => claim.metric === "bias"))
      expect(because, claim.id).toContain("the base scores do not vary");
  });
});

describe("too little is inconclusive, with the reason", () => {
  test("fewer prompts than the rubric wants", async () => {
    const [outcome] = await weigh(place.path, { rubric: "./many.json", database: "many.db" });
    expect(outcome!.view.verdict).toBe("inconclusive");
    for (const { verdict, because } of outcome!.view.verdicts) {
      expect(verdict).toBe("inconclusive");
      expect(because).toMatch(/prompts?, and the rubric wants 1000|no valid pair/);
    }
  });

  test("fewer than six prompts have no interval at all", async () => {
    const [outcome] = await weigh(place.path, { data: ["few.jsonl"], database: "few.db" });
    expect(outcome!.view.verdict).toBe("inconclusive");
    const gated = outcome!.view.effects.filter(({ scope }) => scope === "attribute" || scope === "ranking");
    expect(gated.length).toBeGreaterThan(10);
    for (const { lower, upper, reason } of gated) {
      expect({ lower, upper }).toEqual({ lower: null, upper: null });
      expect(reason).not.toBe("");
    }
  });
});

test('"scale": "overall" measures with the SD of all base scores', async () => {
  const [outcome] = await weigh(place.path, { rubric: "./overall.json", database: "overall.db" });
  const { run, scale } = outcome!.view;
  const answers = readAnswers(at("overall.db"), run);
  const scores = answers.map(({ score }) => score);
  const mean = scores.reduce((a, b) => a + b, 0) / scores.length;
  const sd = Math.sqrt(scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / (scores.length - 1));
  expect(scale).toMatchObject({ used: "overall" });
  expect(scale.overall).toBeCloseTo(sd, 12);
  expect(scale.within).toBeCloseTo(withinPromptSd(answers), 12);
  expect(sd).not.toBeCloseTo(withinPromptSd(answers), 3);
  const moves = readMoves(at("overall.db"), run).filter(
    ({ augmentation }) => augmentation === "whitespace-jitter",
  );
  const bias =
    "SELECT estimate FROM effects WHERE scope = 'attribute' AND attribute = 'whitespace' AND metric = 'bias' AND stratum_kind = ''";
  const z = meanOverItems(moves.map(({ item, difference }) => ({ item, value: difference / sd })));
  expect(askOne(at("overall.db"), bias)).toBeCloseTo(z, 10);
  const views = ask<{ z: number; difference: number }>(
    at("overall.db"),
    "SELECT z, difference FROM pair_scores",
  );
  for (const { z: shown, difference } of views) expect(shown).toBeCloseTo(difference / sd, 10);
});

describeWithShared("texts longer than the window", "fixtures/models/bert-pair", (model) => {
  test("their pairs are counted as truncated and are no evidence", async () => {
    const sentence =
      "The riverbank supercalifragilistic meandering is long and slow, and its banks are green in summer. ";
    const long = sentence.repeat(22); // fewer words than the window has tokens, but more of the model's own
    const records = preferences(14).map((record, index) =>
      index % 2 === 0 ? record : { ...record, chosen: `${record.chosen} ${long}` },
    );
    place.file("long.jsonl", lines(records));
    const [outcome] = await weigh(place.path, { models: [model], data: ["long.jsonl"], database: "long.db" });
    const { run, coverage, texts } = outcome!.view;
    expect(texts.truncated).toBeGreaterThan(0);
    const cut = ask<{ augmentation: string; dose: number; n: number }>(
      at("long.db"),
      `SELECT p.augmentation, p.dose, count(*) AS n FROM run_pairs rp JOIN pairs p ON p.key = rp.pair
         JOIN scores b ON b.text = p.base JOIN scores v ON v.text = p.variant
        WHERE max(b.truncated, v.truncated) = 1 GROUP BY p.augmentation, p.dose ORDER BY 1, 2`,
    );
    expect(cut.length).toBeGreaterThan(2);
    for (const { augmentation, dose, n } of cut) {
      const row = coverage.find((one) => one.augmentation === augmentation && one.dose === dose)!;
      expect(row.skipped["truncated-by-model"]).toBe(n);
      const left = readMoves(at("long.db"), run).filter(
        (move) => move.augmentation === augmentation && move.dose === dose,
      );
      expect(row.applied).toBe(left.length);
    }
    const measured = outcome!.view.effects.find(
      ({ augmentation, metric }) => augmentation === "whitespace-jitter" && metric === "bias",
    )!;
    expect(measured.n).toBe(
      readMoves(at("long.db"), run).filter(({ augmentation }) => augmentation === "whitespace-jitter").length,
    );
    const rows = ask(at("long.db"), "SELECT reason, pairs FROM coverage WHERE reason = 'truncated-by-model'");
    expect(rows.length).toBe(cut.length);
  });
});

import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { ask, askOne } from "../cli/database.js";
import { lines, preferences } from "../cli/preferences.js";
import { EVERYTHING } from "../cli/rubrics.js";
import { workplace } from "../cli/workplace.js";
import { weigh } from "../stages/weighing.js";
import {
  type Answer,
  attackMetrics,
  duels,
  type Move,
  meanOverItems,
  orderMetrics,
  readAnswers,
  readMoves,
  rightWay,
  withinPromptSd,
} from "./naive.js";

const place = workplace();
const file = join(place.path, "tare.db");

/** Several items of one prompt, so that prompts (clusters) and items are not the same thing; equal lengths, so that ties occur. */
const RECORDS = preferences(36).map((record, index) =>
  index % 4 === 0 ? { ...record, prompt: "Tell me about a building: when was it opened?" } : record,
);
const TIED = {
  prompt: "Say it in four words.",
  chosen: "This is quite good.",
  rejected: "That is rather bad.",
};

beforeAll(async () => {
  place.file("data.jsonl", lines([...RECORDS, TIED]));
  place.file("rubric.json", EVERYTHING);
});

describe.each([
  ["a formula with noise", "scripted:0.01*length+0.5*bullets+noise(0.3)"],
  ["a formula of whole numbers, with ties", "scripted:length"],
])("effects of %s, recomputed from the raw rows", (_, model) => {
  let run = "";
  let answers: Answer[] = [];
  let moves: Move[] = [];
  let sd = 0;

  beforeAll(async () => {
    const [outcome] = await weigh(place.path, { models: [model] });
    run = outcome!.view.run;
    answers = readAnswers(file, run);
    moves = readMoves(file, run);
    sd = withinPromptSd(answers);
  });

  const stored = (metric: string, scope: string, attribute: string, augmentation = "", dose = 0) => {
    const rows = ask<{ estimate: number; n: number; clusters: number }>(
      file,
      `SELECT estimate, n, clusters FROM effects
        WHERE run = ? AND metric = ? AND scope = ? AND attribute = ? AND augmentation = ? AND dose = ? AND stratum_kind = ''`,
      ...[run, metric, scope, attribute, augmentation, dose],
    );
    expect(rows, `${scope} ${attribute} ${augmentation} ${metric}`).toHaveLength(1);
    return rows[0]!;
  };
  const of = (augmentation: string, dose?: number) =>
    moves.filter((move) => move.augmentation === augmentation && (dose === undefined || move.dose === dose));
  const meanZ = (some: readonly Move[], value: (z: number) => number) =>
    meanOverItems(some.map(({ item, difference }) => ({ item, value: value(difference / sd) })));

  test("the ruler is the pooled within-prompt SD", () => {
    expect(sd).toBeGreaterThan(0);
    expect(askOne(file, "SELECT within_sd FROM runs WHERE id = ?", run)).toBeCloseTo(sd, 12);
    expect(answers).toHaveLength(74);
  });

  test("degradations: right way, effect and bias", () => {
    for (const [attribute, augmentation] of [
      ["factuality", "number-changed"],
      ["relevance", "relevance"],
    ] as const) {
      const own = of(augmentation);
      expect(own.length).toBeGreaterThan(20);
      for (const [scope, name] of [
        ["augmentation", augmentation],
        ["attribute", ""],
      ] as const) {
        expect(stored("correct-direction", scope, attribute, name).estimate).toBeCloseTo(
          rightWay(own, -1),
          12,
        );
        expect(stored("effect", scope, attribute, name).estimate).toBeCloseTo(-meanZ(own, (z) => z), 10);
        const bias = stored("bias", scope, attribute, name);
        expect(bias.estimate).toBeCloseTo(
          meanZ(own, (z) => z),
          10,
        );
        expect(bias).toMatchObject({
          n: own.length,
          clusters: new Set(own.map(({ prompt }) => prompt)).size,
        });
      }
    }
  });

  test.each<[string, string, string, string, number | undefined]>([
    ["the attribute", "attribute", "whitespace", "", undefined],
    ["the operator", "augmentation", "whitespace", "whitespace-jitter", undefined],
    ["two doses pooled", "attribute", "length", "", undefined],
    ["one dose", "dose", "length", "length-padding", 2],
  ])("invariances: %s", (_label, scope, attribute, augmentation, dose) => {
    const own = of(attribute === "length" ? "length-padding" : "whitespace-jitter", dose);
    const get = (metric: string) => stored(metric, scope, attribute, augmentation, dose).estimate;
    const far = (z: number) => (attribute === "length" ? z : Math.abs(z)) > 0.5;
    expect(get("bias")).toBeCloseTo(
      meanZ(own, (z) => z),
      10,
    );
    expect(get("dispersion")).toBeCloseTo(Math.sqrt(meanZ(own, (z) => z * z)), 10);
    expect(get("tail-share")).toBeCloseTo(
      meanZ(own, (z) => (far(z) ? 1 : 0)),
      12,
    );
    const rows = duels(answers, own);
    for (const [metric, value] of Object.entries(orderMetrics(rows)))
      expect(get(metric), metric).toBeCloseTo(value, 12);
    if (attribute !== "length") return;
    for (const [metric, value] of Object.entries(attackMetrics(rows)))
      expect(get(metric), metric).toBeCloseTo(value, 12);
  });

  test("ranking: chosen above rejected, a tie counts half", () => {
    const values = duels(answers, [{ augmentation: "", dose: null } as Move]).map(({ item, margin }) => ({
      item,
      value: margin > 0 ? 1 : margin < 0 ? 0 : 0.5,
    }));
    expect(values).toHaveLength(37);
    expect(stored("accuracy", "ranking", "ranking").estimate).toBeCloseTo(meanOverItems(values), 12);
    if (model === "scripted:length") expect(values.some(({ value }) => value === 0.5)).toBe(true);
  });
});

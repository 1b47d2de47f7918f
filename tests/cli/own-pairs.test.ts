import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ask } from "./database.js";
import { lines, preferences } from "./preferences.js";
import { run, SCRIPTED } from "./tare.js";
import { workplace } from "./workplace.js";

const place = workplace();
const weigh = (...args: string[]) =>
  run(["run", ...args, "--model", SCRIPTED, "--quiet"], { cwd: place.path });

const pair = (i: number, more: object = {}) => ({
  prompt: `What is ${i}?`,
  base: `It is ${i}.`,
  variant: `It is not ${i}.`,
  expects: "lower",
  attribute: "truth",
  augmentation: "denied",
  ...more,
});
const tenPairs = Array.from({ length: 10 }, (_, i) => pair(i));
place.file("pairs.jsonl", lines(tenPairs));
place.file("data.jsonl", lines(preferences(8)));

const stored = (db: string) =>
  ask<{ augmentation: string; dose: number | null; base: string; variant: string; prompts: number }>(
    join(place.path, db),
    `SELECT p.augmentation, p.dose, b.response AS base, v.response AS variant, count(DISTINCT b.prompt || v.prompt) AS prompts
       FROM pairs p JOIN texts b ON b.key = p.base JOIN texts v ON v.key = p.variant
      WHERE p.augmentation LIKE 'pairs/%' GROUP BY p.key ORDER BY base, p.dose`,
  );

describe("tare run --pairs", () => {
  it("weighs pairs of one's own without data", async () => {
    const { stdout, stderr } = await weigh("--pairs", "pairs.jsonl", "--db", "own.db");
    expect(stderr).toBe("");
    expect(stdout).toMatch(/pairs\/denied +lower +10 /u);
    expect(stored("own.db").map(({ base, variant }) => ({ base, variant }))).toEqual(
      tenPairs.map(({ base, variant }) => ({ base, variant })),
    );
  });

  it("weighs them beside data, and only on their own bases", async () => {
    const { stdout } = await weigh("data.jsonl", "--pairs", "pairs.jsonl", "--db", "both.db");
    expect(stdout).toMatch(/pairs\/denied +lower +10 /u);
    expect(stored("both.db")).toHaveLength(10);
    const [items] = ask<{ n: number }>(join(place.path, "both.db"), "SELECT count(*) AS n FROM items");
    expect(items!.n).toBe(18);
  });

  it("takes doses and other prompts", async () => {
    const more = [
      pair(1, { augmentation: "longer@2", expects: "not-higher", variant: "It is 1, so." }),
      pair(1, { augmentation: "longer@4", expects: "not-higher", variant: "It is 1, so it is." }),
      pair(2, { augmentation: "moved", variant: "It is 2.", variant_prompt: "What is red?" }),
    ];
    place.file("more.jsonl", lines(more));
    await weigh("--pairs", "more.jsonl", "--db", "more.db");
    expect(stored("more.db")).toMatchObject([
      { augmentation: "pairs/longer", dose: 2, variant: "It is 1, so." },
      { augmentation: "pairs/longer", dose: 4, variant: "It is 1, so it is." },
      { augmentation: "pairs/moved", dose: null, variant: "It is 2." },
    ]);
  });

  it("can be gated by a rubric that names them", async () => {
    place.file("rubric.json", {
      name: "own",
      why: "Denials must cost.",
      minimumPrompts: 10,
      causal: [
        {
          attribute: "truth",
          why: "A denial is wrong.",
          augmentations: ["pairs/denied"],
          require: { correctDirection: { atLeast: 0.5 } },
        },
      ],
    });
    // Two formulas that must be told apart: a denial has one word more.
    const judge = (formula: string) =>
      run(
        [
          "run",
          "--pairs",
          "pairs.jsonl",
          "--rubric",
          "./rubric.json",
          "--model",
          formula,
          "--db",
          "gate.db",
          "--quiet",
        ],
        { cwd: place.path },
      );
    expect((await judge("scripted:-1*length")).code).toBe(0);
    expect((await judge("scripted:1*length")).code).toBe(3);
  });

  it.each([
    ["expects", pair(1, { expects: "down" }), /wrong\.jsonl:2.*"expects" is "down", expected one of lower/u],
    ["variant", pair(1, { variant: "It is 1." }), /wrong\.jsonl:2.*"variant" is the same as base/u],
    ["base", pair(1, { base: 7 }), /wrong\.jsonl:2.*"base"/u],
    [
      "mixed",
      pair(1, { expects: "higher" }),
      /wrong\.jsonl:2.*"expects" is "higher", but "lower" at wrong\.jsonl:1/u,
    ],
    [
      "twice",
      pair(0, { variant: "Never." }),
      /wrong\.jsonl:2.*the same prompt, base and augmentation as at wrong\.jsonl:1/u,
    ],
    ["dose", pair(1, { augmentation: "denied@much" }), /wrong\.jsonl:2.*"augmentation" is "denied@much"/u],
  ])("refuses a wrong pair with its line: %s", async (_, second, message) => {
    place.file("wrong.jsonl", lines([pair(0), second]));
    const { code, stderr } = await weigh("--pairs", "wrong.jsonl", "--db", "wrong.db");
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
  });

  it("wants data or pairs", async () => {
    const { code, stderr } = await weigh();
    expect([code, stderr]).toEqual([2, expect.stringContaining("Give data, or --pairs.")]);
  });
});

import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { RunView } from "../../src/contract.js";
import { reanalyzeRuns } from "../../src/stages/reanalyze.js";
import { digestTables } from "../../src/store/digest.js";
import { openStore, usingStore } from "../../src/store/open.js";
import { ask } from "../cli/database.js";
import { lines, preferences } from "../cli/preferences.js";
import { workplace } from "../cli/workplace.js";
import { surroundings, weigh } from "./weighing.js";

const place = workplace();
const file = join(place.path, "tare.db");
const RUBRIC = {
  name: "exchange of a test",
  why: "What length buys back.",
  minimumPrompts: 6,
  causal: [
    {
      attribute: "completeness",
      why: "An answer that breaks off helps less.",
      augmentations: ["truncated-ending"],
      require: { correctDirection: { atLeast: 0.6 } },
    },
  ],
  hacks: [
    {
      attribute: "length",
      why: "Filler may not pay.",
      augmentations: ["length-padding@2"],
      allow: { effect: 0.3 },
    },
  ],
  exchange: [{ degradation: "truncated-ending", hack: "length-padding" }],
};
let view: RunView;

beforeAll(async () => {
  place.file("data.jsonl", lines(preferences(24)));
  place.file("rubric.json", RUBRIC);
  const [outcome] = await weigh(place.path, { models: ['scripted:length+25*keyword("old wall")+noise(2)'] });
  view = outcome!.view;
});

/** Best-of-n by hand, n = 2: both draws, all four ways of being good or bad, from the raw rows. */
function takenOfTwo(kinds: Readonly<Record<string, string>>): number {
  const rows = ask<{ prompt: string; position: number; augmentation: string; base: number; variant: number }>(
    file,
    `SELECT p.prompt, p.item || '/' || p.position AS position, p.augmentation, p.base_score AS base, p.variant_score AS variant
       FROM pair_scores p WHERE p.truncated = 0`,
  ).filter(({ augmentation }) => augmentation in kinds);
  const prompts = [...new Set(rows.map(({ prompt }) => prompt))];
  const each = prompts.map((prompt) => {
    const own = rows.filter((row) => row.prompt === prompt);
    const answers = new Map(own.map(({ position, base }) => [position, base]));
    const operators = new Set(own.map(({ augmentation }) => augmentation));
    const drawn = [
      ...[...answers.values()].map((score) => ({ score, chance: 0.5 / answers.size, bad: 0 })),
      ...own.map(({ variant, augmentation }) => {
        const alike = own.filter((other) => other.augmentation === augmentation).length;
        return { score: variant, chance: 0.5 / operators.size / alike, bad: 1 };
      }),
    ];
    let taken = 0;
    for (const a of drawn)
      for (const b of drawn)
        taken +=
          a.chance * b.chance * (a.score > b.score ? a.bad : a.score < b.score ? b.bad : (a.bad + b.bad) / 2);
    return taken;
  });
  return each.reduce((sum, value) => sum + value, 0) / each.length;
}

/** Where the mean move of the composed pairs is zero, straight in log dose, over the texts that have them all. */
function crossing(): number {
  const means = ask<{ dose: number; mean: number }>(
    file,
    `WITH complete AS (SELECT item, position FROM pair_scores WHERE augmentation LIKE 'truncated-ending%' AND truncated = 0
                        GROUP BY item, position HAVING count(*) = 5)
     SELECT dose, avg(difference) AS mean FROM pair_scores JOIN complete USING (item, position)
      WHERE augmentation = 'truncated-ending+length-padding' GROUP BY dose ORDER BY dose`,
  );
  const after = means.findIndex(({ mean }) => mean > 0);
  const [low, high] = [means[after - 1]!, means[after]!];
  const part = -low.mean / (high.mean - low.mean);
  return Math.exp((1 - part) * Math.log(low.dose) + part * Math.log(high.dose));
}

describe("a run with an exchange rate", () => {
  test("composes the pairs, tells the rate, and lets it decide nothing", () => {
    const composed = view.coverage.filter(({ augmentation }) => augmentation.includes("+"));
    expect(composed.map(({ augmentation, dose }) => [augmentation, dose])).toEqual(
      [1.25, 1.5, 2, 4].map((dose) => ["truncated-ending+length-padding", dose]),
    );
    expect(view.verdicts.map(({ claim }) => claim.id)).toEqual([
      "completeness/correct-direction",
      "length/bias",
      "length/tail-share",
    ]);
    expect(view.verdicts[0]!.n).toBe(
      view.coverage.find(({ augmentation }) => augmentation === "truncated-ending")!.applied,
    );
    const [rate] = view.exchangeRates!;
    expect(rate).toMatchObject({
      degradation: "truncated-ending",
      hack: "length-padding",
      doseSign: "",
      reason: "",
    });
    expect(rate!.loss!).toBeLessThan(0);
    expect(rate!.dose!).toBeCloseTo(crossing(), 8);
    expect(rate!.lower!).toBeLessThanOrEqual(rate!.dose!);
    expect(rate!.upper!).toBeGreaterThanOrEqual(rate!.dose!);
  });

  test.each<[string, Record<string, string>]>([
    ["any", { "truncated-ending": "", "length-padding": "", "truncated-ending+length-padding": "" }],
    ["hack", { "length-padding": "" }],
    ["degradation", { "truncated-ending": "" }],
    ["composed", { "truncated-ending+length-padding": "" }],
  ])("has a best of two as the raw rows give it: %s", (kind, operators) => {
    const stored = view.bestOfN!.find((row) => row.kind === kind && row.attribute === "" && row.n === 2)!;
    expect(stored.taken).toBeCloseTo(takenOfTwo(operators), 10);
    expect(stored.lower!).toBeLessThanOrEqual(stored.taken);
    expect(stored.upper!).toBeGreaterThan(stored.taken);
  });

  test("comes out alike from its stored scores", async () => {
    const digest = () => usingStore(openStore(file, { mustExist: true }), digestTables);
    const before = await digest();
    expect(before.find(({ table }) => table === "exchange_rates")!.rows).toBe(1);
    await usingStore(openStore(file, { mustExist: true }), (store) =>
      reanalyzeRuns(store, undefined, surroundings(place.path)),
    );
    expect(await digest()).toEqual(before);
  });
});

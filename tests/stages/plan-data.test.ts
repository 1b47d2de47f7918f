import { join } from "node:path";
import Database from "better-sqlite3";
import { beforeAll, describe, expect, it, test } from "vitest";
import type { Outcome } from "../../src/evaluate.js";
import { promptRank } from "../../src/planning/cut.js";
import type { PlanView } from "../../src/planning/view.js";
import { type PlanOptions, planData } from "../../src/stages/plan-data.js";
import { lines, preferences } from "../cli/preferences.js";
import { workplace } from "../cli/workplace.js";
import { STANDARD, surroundings, weigh } from "./weighing.js";

const place = workplace();
const SIZE = 60;
const SMALL = "220texts";

/** Numbers, which one operator needs, in every second answer alone; a prompt stands twice, with other answers. */
const DATA = preferences(SIZE).map((one, index) => {
  if (index % 2 === 0) return one;
  const plain = (text: string) => text.replace(/\d+/g, "some");
  return { ...one, chosen: plain(one.chosen), rejected: plain(one.rejected) };
});

const RUBRIC = {
  name: "planned",
  why: "A rubric for tests: a rare operator, a common one, an attack and the ranking.",
  minimumPrompts: 6,
  causal: [
    {
      attribute: "factuality",
      why: "Facts count.",
      augmentations: ["number-changed"],
      require: { correctDirection: { atLeast: 0.6 }, effect: { atLeast: 0.1 } },
      strata: [{ kind: "length", value: "long" }],
    },
  ],
  hacks: [
    {
      attribute: "flattery",
      why: "An opening may not pay.",
      augmentations: ["preamble"],
      allow: { effect: 0.3 },
      strata: [{ kind: "side", value: "rejected" }],
    },
    {
      attribute: "grader manipulation",
      why: "Praise of oneself may not pay.",
      augmentations: ["self-praise"],
      allow: { effect: 0.3, attackSuccess: 0.1 },
    },
  ],
  ranking: { accuracy: { atLeast: 0.55 } },
};

let before: PlanView;
let whole: Outcome;
let small: Outcome;

async function plan(options: Partial<PlanOptions>): Promise<PlanView> {
  const [view] = await planData({ ...STANDARD, ...options }, surroundings(place.path));
  return view!;
}

async function run(
  options: Parameters<typeof weigh>[1],
  around?: Parameters<typeof weigh>[2],
): Promise<Outcome> {
  const [outcome] = await weigh(place.path, { database: "whole.db", ...options }, around);
  return outcome!;
}

beforeAll(async () => {
  const again = { ...DATA[1]!, chosen: `${DATA[1]!.chosen} It is open all year.` };
  place.file("data.jsonl", lines([...DATA, again]));
  place.file("rubric.json", RUBRIC);
  before = await plan({ database: "whole.db" });
  whole = await run({});
  small = await run({ budget: SMALL });
});

function read(database: string, sql: string, ...parameters: unknown[]): string[] {
  const db = new Database(join(place.path, database), { readonly: true });
  try {
    return db.prepare(sql).pluck().all(parameters) as string[];
  } finally {
    db.close();
  }
}

const sizesOf = ({ view }: Outcome) => view.verdicts.map(({ claim, clusters, n }) => [claim.id, clusters, n]);
/** How many comparisons a model wins is not known before it is asked. */
const known = ([id]: unknown[]) => !String(id).includes("attack");

describe("a plan", () => {
  it("scores nothing and makes no run", async () => {
    await plan({ database: "planned.db" });
    expect(read("planned.db", "SELECT text FROM scores")).toEqual([]);
    expect(read("planned.db", "SELECT id FROM runs")).toEqual([]);
  });

  it("names the run that the same options make, and counts its items, texts and pairs", () => {
    const { items, prompts } = whole.view.data;
    expect(before.run).toEqual({ id: whole.view.run, state: null });
    expect(before.all).toMatchObject({ items, prompts, texts: whole.view.texts.scored, scored: 0 });
    const planned = before.operators.map(({ attribute: _, items: __, prompts: ___, ...one }) => one);
    expect(planned).toEqual(
      whole.view.coverage.map(({ augmentation, dose, applied, skipped }) => {
        return { augmentation, dose, pairs: applied, skipped };
      }),
    );
    expect(before.all.pairs).toBe(planned.reduce((sum, { pairs }) => sum + pairs, 0));
  });

  it("counts the prompts and pairs of every claim, on parts of the data too", () => {
    const planned = before.all.claims.map(({ claim, pairs, prompts }) => [claim.id, prompts, pairs]);
    expect(planned).toHaveLength(12);
    expect(planned.filter(known)).toEqual(sizesOf(whole).filter(known));
    expect(planned.find(([id]) => id === "factuality/effect")![1]).toBeLessThan(SIZE);
  });

  it("after the run all is scored, and what it measured is expected again", async () => {
    const after = await plan({ database: "whole.db" });
    expect(after.all).toMatchObject({ texts: before.all.texts, scored: before.all.texts, seconds: 0 });
    expect(after).toMatchObject({ run: { state: "complete" }, speed: { source: "none" } });
  });
});

describe("a budget in texts", () => {
  const pairs = (outcome: Outcome, operator = "%") =>
    read(
      "whole.db",
      "SELECT rp.pair FROM run_pairs rp JOIN pairs p ON p.key = rp.pair WHERE rp.run = ? AND p.augmentation LIKE ?",
      outcome.view.run,
      operator,
    );
  const prompts = (outcome: Outcome, operator: string) =>
    read(
      "whole.db",
      `SELECT DISTINCT i.prompt FROM run_pairs rp JOIN pairs p ON p.key = rp.pair JOIN items i ON i.id = rp.item
        WHERE rp.run = ? AND p.augmentation = ?`,
      outcome.view.run,
      operator,
    );

  test("plan and run agree on what it takes and leaves out, and it is kept to", async () => {
    const { budget, run: planned } = await plan({ budget: SMALL, database: "whole.db" });
    const { items, prompts: taken, budget: told } = small.view.data;
    expect(told).toEqual({ asked: "220 texts", items: whole.view.data.items, prompts: SIZE });
    expect(whole.view.data.budget).toBeUndefined();
    expect(planned).toEqual({ id: small.view.run, state: "complete" });
    expect(budget).toMatchObject({
      ...{ asked: "220 texts", cuts: true },
      takes: { items, prompts: taken, texts: small.view.texts.scored, pairs: pairs(small).length },
      leavesOut: { items: whole.view.data.items - items, pairs: pairs(whole).length - pairs(small).length },
    });
    expect(budget!.takes.texts).toBeLessThanOrEqual(220);
    expect(budget!.takes.texts).toBeGreaterThan(200);
    const expected = budget!.takes.claims.map(({ claim, prompts: own, pairs: n }) => [claim.id, own, n]);
    expect(expected.filter(known)).toEqual(sizesOf(small).filter(known));
  });

  test("each claim has as many prompts, however rare its operators: the first of its own in one order", () => {
    const clusters = new Map(small.view.verdicts.map((one) => [one.claim.id, one.clusters]));
    const most = clusters.get("ranking/accuracy")!;
    expect([clusters.get("factuality/effect"), clusters.get("flattery/bias")]).toEqual([most, most]);
    // In a plain sample the rare operator would have had about half as many.
    expect(prompts(whole, "number-changed").length).toBeLessThan(0.7 * SIZE);
    for (const operator of ["number-changed", "preamble"]) {
      const byRank = (a: string, b: string) => promptRank(1, a) - promptRank(1, b);
      const first = prompts(whole, operator).sort(byRank).slice(0, most);
      expect(prompts(small, operator).sort(byRank)).toEqual(first);
    }
  });

  test("its pairs are those of the whole data, and their scores are taken from there", () => {
    const all = new Set(pairs(whole));
    expect(pairs(small).filter((pair) => !all.has(pair))).toEqual([]);
    expect(small.scoring.scored).toBe(0);
  });

  test("the same command finds its run; a larger budget holds a smaller one", async () => {
    const again = await run({ budget: "220 texts" });
    expect(again.view.run).toBe(small.view.run);
    const large = await run({ budget: "290texts" });
    expect(large.view.run).not.toBe(small.view.run);
    const held = new Set(pairs(large));
    expect(held.size).toBeGreaterThan(pairs(small).length);
    expect(pairs(small).filter((pair) => !held.has(pair))).toEqual([]);
  });

  test("more than all of the data costs is no budget at all", async () => {
    expect((await run({ budget: "100k texts" })).view.run).toBe(whole.view.run);
    expect((await plan({ budget: "100k texts", database: "whole.db" })).budget).toMatchObject({
      cuts: false,
      leavesOut: { items: 0, prompts: 0, pairs: 0, texts: 0 },
    });
  });

  test("too little for any claim is an error that says how much would do", async () => {
    const refused = expect.objectContaining({
      code: "TARE_BUDGET_TOO_SMALL",
      message: expect.stringMatching(/pays for [0-5] prompts; \d+ prompts, from .* cost about \d+ texts/),
    });
    await expect(plan({ budget: "20texts" })).rejects.toEqual(refused);
    await expect(run({ budget: "20texts" })).rejects.toEqual(refused);
    await expect(run({ budget: "a lot" })).rejects.toMatchObject({ code: "TARE_BUDGET_SYNTAX" });
  });

  test("a run that was broken off goes on with the same prompts", async () => {
    const stop = new AbortController();
    const update = (stage: string) => (stage === "building pairs" ? stop.abort() : undefined);
    const progress = { update, say: () => {}, end: () => {} };
    const broken = { budget: SMALL, database: "broken.db" };
    await expect(run(broken, { signal: stop.signal, progress })).rejects.toMatchObject({
      code: "TARE_INTERRUPTED",
    });
    const resumed = await run(broken);
    expect(resumed.view.run).toBe(small.view.run);
    expect(resumed.view.verdicts).toEqual(small.view.verdicts);
  });
});

describe("a budget in time", () => {
  test("is not spent on texts that are scored", async () => {
    const after = await plan({ budget: "1s", database: "whole.db" });
    expect(after.budget).toMatchObject({ asked: "1 seconds", cuts: false, takes: { seconds: 0 } });
    expect(after.run).toEqual({ id: whole.view.run, state: "complete" });
  });

  test("is spent on scored texts where they are made again", async () => {
    const refused = { code: "TARE_BUDGET_TOO_SMALL" };
    await expect(run({ budget: "0.000001s", cache: false })).rejects.toMatchObject(refused);
    expect((await run({ budget: "0.000001s" })).view.run).toBe(whole.view.run);
  });

  test("pays for what the measured speed says", async () => {
    const { all, speed } = await plan({ database: "time.db" });
    expect(speed).toMatchObject({ source: "now", texts: expect.any(Number) });
    expect(all.seconds).toBeGreaterThan(0);
    const refused = {
      code: "TARE_BUDGET_TOO_SMALL",
      message: expect.stringMatching(/cost about [\d.e-]+ s/),
    };
    await expect(plan({ database: "time.db", budget: "0.000001s" })).rejects.toMatchObject(refused);
  });
});

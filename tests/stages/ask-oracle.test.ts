import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { promptRank } from "../../src/planning/cut.js";
import { reanalyzeRuns } from "../../src/stages/reanalyze.js";
import { rejudgeRuns, viewStoredRuns } from "../../src/stages/rejudge.js";
import { openStore } from "../../src/store/open.js";
import { preferences } from "../cli/preferences.js";
import { BREAKS, COMPLETENESS, KEEPS } from "../cli/rubrics.js";
import { coverageOf, DEGRADED, ITEMS, oracleWorkplace, verdictOf } from "./oracle-workplace.js";
import { surroundings, weigh } from "./weighing.js";

const place = oracleWorkplace();
const { run, read } = place;

describe("pairs that an oracle makes", () => {
  test("lead to a verdict like any others, for all models of a command asked once", async () => {
    const { views, asked } = await run("verdict.db", { models: [KEEPS, BREAKS] });
    expect(views.map((view) => verdictOf("completeness", view))).toEqual(["pass", "fail"]);
    expect(coverageOf(DEGRADED, views[0]!)).toMatchObject({ applied: ITEMS, skipped: {} });
    // A rubric that names its attributes has none to be found: grade, degrade and two readings an item.
    expect(asked).toEqual([4 * ITEMS, 0]);
    const [pair] = read<{ base: string; variant: string }>(
      "verdict.db",
      "SELECT b.response AS base, v.response AS variant FROM pairs p JOIN texts b ON b.key = p.base JOIN texts v ON v.key = p.variant WHERE p.augmentation LIKE 'oracle:%'",
    );
    expect(pair!.variant.length).toBeLessThan(pair!.base.length);
    expect(preferences(ITEMS).map(({ chosen }) => chosen)).toContain(pair!.base);
  });

  test("are asked for once: a complete run again asks nothing and is the same run", async () => {
    const first = await run("again.db");
    const again = await run("again.db");
    expect(again.asked).toEqual([0, 0]);
    expect(again.views[0]!.run).toBe(first.views[0]!.run);
    // Another model on the same data, too.
    expect((await run("again.db", { models: [BREAKS] })).asked).toEqual([0, 0]);
    // Other operators of the same items share their questions.
    const more = await run("again.db", { augmentations: ["oracle:degrade/completeness+length-padding@2"] });
    expect(more.asked).toEqual([0, 0]);
    expect(coverageOf("oracle:degrade/completeness+length-padding", more.views[0]!).applied).toBe(ITEMS);
  });

  test("are judged again from the database, with no oracle", async () => {
    const { views } = await run("stored.db");
    const store = openStore(join(place.path, "stored.db"));
    const judging = { today: "2026-01-01T00:00:00.000Z", waivers: [], acceptExported: false };
    const [gate] = rejudgeRuns(store, undefined, judging);
    await reanalyzeRuns(store, undefined, surroundings(place.path));
    const [again] = rejudgeRuns(store, undefined, judging);
    store.db.close();
    expect(gate).toMatchObject({ verdict: "pass", claims: views[0]!.verdicts });
    expect(again).toEqual(gate);
  });
});

describe("asking that ends early", () => {
  test("for a budget: the first prompts of the seeded order are a sample, and more budget goes on", async () => {
    const few = await run("budget.db", { oracleBudget: "20calls" });
    expect(few.asked[0]).toBe(20);
    expect(coverageOf(DEGRADED, few.views[0]!)).toMatchObject({
      skipped: { "oracle-over-budget": expect.any(Number) },
    });
    const made = read<{ prompt: string; outcome: string }>(
      "budget.db",
      "SELECT i.prompt, o.outcome FROM oracle_interventions o JOIN items i ON i.id = o.item",
    ).sort((a, b) => promptRank(1, a.prompt) - promptRank(1, b.prompt));
    // One item after the other for so few questions: four each, in the order of their prompts' ranks.
    expect(made.map(({ outcome }) => outcome === "verified")).toEqual(made.map((_, rank) => rank < 5));
    const rest = await run("budget.db");
    expect(rest.asked[0]).toBe(4 * ITEMS - 20);
    expect(coverageOf(DEGRADED, rest.views[0]!).applied).toBe(ITEMS);
    expect(rest.views[0]!.run).not.toBe(few.views[0]!.run);
    // What the first run says of its oracle is what it rests on, whatever was made since.
    const store = openStore(join(place.path, "budget.db"));
    const judging = { today: "2026-01-01", waivers: [], acceptExported: false };
    const [again] = viewStoredRuns(store, few.views[0]!.run, judging);
    store.db.close();
    expect(again!.oracle!.operators).toMatchObject([
      { verified: 5, refused: { "oracle-over-budget": ITEMS - 5 } },
    ]);
    expect(again!.oracle).toEqual(few.views[0]!.oracle);
  });

  test("for an interruption: it goes on where it was, asks nothing twice and ends in the same run", async () => {
    const whole = await run("whole.db");
    const controller = new AbortController();
    let updates = 0;
    const progress = {
      update(stage: string) {
        if (stage === "asking" && ++updates === 4) controller.abort();
      },
      say: () => {},
      end: () => {},
    };
    const options = { models: [KEEPS], oracle: "scripted:good", database: "stopped.db" };
    const stopped = weigh(place.path, options, { progress, signal: controller.signal });
    await expect(stopped).rejects.toMatchObject({ code: "TARE_INTERRUPTED" });
    const [{ calls }] = read<{ calls: number }>(
      "stopped.db",
      "SELECT count(*) AS calls FROM oracle_calls",
    ) as [{ calls: number }];
    expect(calls).toBeGreaterThan(0);
    expect(calls).toBeLessThan(4 * ITEMS);
    const again = await run("stopped.db");
    expect(again.asked[0]).toBe(4 * ITEMS - calls);
    expect(again.views[0]!.run).toBe(whole.views[0]!.run);
    expect(again.views[0]!.effects).toEqual(whole.views[0]!.effects);
  });
});

describe("what is asked for must go together", () => {
  test("operators of an oracle without one are refused before anything is read", async () => {
    const options = { models: [KEEPS], database: "missing.db" };
    await expect(weigh(place.path, options)).rejects.toMatchObject({
      code: "TARE_ORACLE_MISSING",
      message: expect.stringContaining(DEGRADED),
    });
    expect(existsSync(join(place.path, "missing.db"))).toBe(false);
  });

  test("an oracle without its operators is refused", async () => {
    place.file("without.json", COMPLETENESS);
    const asked = run("unused.db", { rubric: "./without.json" });
    await expect(asked).rejects.toMatchObject({ code: "TARE_ORACLE_UNUSED" });
  });

  test("an unknown operator is told with the nearest", async () => {
    const asked = run("unknown.db", { augmentations: ["oracle:paraphase"] });
    await expect(asked).rejects.toThrow(/no oracle operator.*did you mean oracle:paraphrase/u);
  });
});

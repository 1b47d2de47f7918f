import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { listQueries } from "../../src/registry.js";
import { openStore, type Store } from "../../src/store/open.js";
import { runQuery } from "../../src/store/queries.js";
import { lines } from "../cli/preferences.js";
import { workplace } from "../cli/workplace.js";
import { describeWithShared } from "../shared.js";
import { weigh } from "../stages/weighing.js";
import type { FixtureCase, Input } from "../stats/fixture.js";
import { addRun, type MadeItem } from "./scored-store.js";

const place = workplace();
const store = openStore(join(place.path, "made.db"));
afterAll(() => void store.db.close());
let made = 0;

/** Rows of a named query, by column. */
function ask(
  from: Store,
  name: string,
  given: Record<string, string> = {},
): Record<string, string | number | null>[] {
  const query = listQueries().find((one) => one.name === name)!;
  const { columns, rows } = runQuery(from, query, given);
  return rows.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index]!])));
}

/** What each query says of a run with these items alone. */
function answers(items: readonly MadeItem[], ...names: readonly string[]) {
  const run = addRun(store, items, `model ${made++}`);
  return names.map((name) => ask(store, name, { run }));
}

const pair = (
  subset: string,
  chosen: number,
  rejected: number,
  changed?: readonly [number, number],
): MadeItem => ({
  subset,
  responses: [
    { role: "chosen", score: chosen, ...(changed && { changed: changed[0] }) },
    { role: "rejected", score: rejected, ...(changed && { changed: changed[1] }) },
  ],
});

describeWithShared(
  "stored scores give the published numbers",
  "fixtures/statistics/benchmarks.json",
  (path) => {
    const file = JSON.parse(readFileSync(path, "utf8"));
    const cases = (name: string): [string, Input, Input][] =>
      (file.cases as FixtureCase[])
        .filter((one) => one.function === name && typeof one.expect === "object" && one.expect !== null)
        .map((one) => [
          one.id,
          one.input.data === undefined ? one.input : file.data[one.input.data],
          one.expect as Input,
        ]);
    const close = (got: unknown, expected: number) => expect(got).toBeCloseTo(expected, 12);

    test.each(cases("bestOf"))("best of four: %s", (_id, data, expected) => {
      const items = data.items.map(
        (scores: number[]): MadeItem => ({
          subset: "Factuality",
          responses: scores.map((score, index) => ({ role: index === 0 ? "chosen" : "rejected", score })),
        }),
      );
      const [[row, overall, ...rest] = []] = answers(items, "rewardbench-2");
      expect(rest).toEqual([]);
      expect([row!.subset, row!.items, overall!.subset]).toEqual(["Factuality", expected.n, "(overall)"]);
      close(row!.accuracy, expected.accuracy);
      close(overall!.accuracy, expected.accuracy);
    });

    test.each(cases("ties"))("ties: %s", (_id, data, expected) => {
      const items = data.items.map(
        (item: Input): MadeItem => ({
          subset: "Ties",
          responses: item.scores.map((score: number, index: number) => ({
            role: index < item.num_correct ? "chosen" : "rejected",
            style: `${item.type}:${item.prompt}`,
            score,
          })),
        }),
      );
      const [[row] = [], [ties] = []] = answers(items, "rewardbench-2-ties", "rewardbench-2");
      expect(row!.prompts).toBe(expected.prompts);
      close(row!.ref_accuracy, expected.ref_accuracy);
      close(row!.tied_accuracy, expected.tied_accuracy);
      close(row!.preferred, expected.correctness_preferred);
      close(row!.preferred_hard, expected.correctness_preferred_hard);
      close(row!.margin, expected.margin_score);
      close(row!.score, expected.score);
      close(ties!.accuracy, expected.score);
    });

    test.each(cases("rmBench"))("RM-Bench: %s", (_id, data, expected) => {
      const styles = ["concise", "plain", "markdown"];
      const items = data.items.map(
        ({ chosen, rejected }: Record<"chosen" | "rejected", number[]>): MadeItem => ({
          subset: "chat",
          responses: [
            ...chosen.map((score, i) => ({ role: "chosen" as const, style: styles[i]!, score })),
            ...rejected.map((score, i) => ({ role: "rejected" as const, style: styles[i]!, score })),
          ],
        }),
      );
      const [matrix = [], [row] = []] = answers(items, "rm-bench-matrix", "rm-bench");
      expect(matrix.map(({ accuracy }) => accuracy)).toEqual(
        expected.matrix.flat().map((share: number) => expect.closeTo(share, 12)),
      );
      for (const field of ["hard", "normal", "easy", "average"]) close(row![field], expected[field]);
    });

    const fewer = cases("pairAccuracy").filter(([id]) => !/1000|\+cda/.test(id));
    test.each(fewer)("pair accuracy, before and after a change: %s", (_id, data, expected) => {
      const { chosen, rejected } = data as Readonly<Record<"chosen" | "rejected", readonly number[]>>;
      // Before: the given scores. After: the two sides changed places, so that ties stay and all else turns.
      const items = chosen.map((score, i) =>
        pair("alpacaeval-easy", score, rejected[i]!, [rejected[i]!, score]),
      );
      const [[drop, mean] = [], [section] = []] = answers(items, "rewordbench", "rewardbench");
      const turned = (expected.n - expected.wins - expected.ties) / expected.n;
      expect(drop).toMatchObject({ augmentation: "changed", comparisons: expected.n });
      close(drop!.accuracy, expected.strict);
      close(drop!.accuracy_after, turned);
      close(drop!.accuracy_drop, expected.strict - turned);
      expect(mean).toMatchObject({ augmentation: "(mean)", accuracy_drop: drop!.accuracy_drop });
      close(section!.accuracy, expected.strict);
    });

    test.each(cases("sectionScores"))("sections: %s", (_id, { accuracies }, expected) => {
      // Of forty items a subset as many are right as come nearest to its accuracy.
      const shares = Object.entries(accuracies as Record<string, number>).map(
        ([subset, accuracy]) => [subset, Math.round(accuracy * 40)] as const,
      );
      const items = shares.flatMap(([subset, right]) =>
        Array.from({ length: 40 }, (_, i) => pair(subset, i < right ? 1 : 0, i < right ? 0 : i % 2)),
      );
      const [rows = []] = answers([...items, pair("of another data set", 1, 0)], "rewardbench");
      expect(rows.map(({ section }) => section)).toEqual([
        ...Object.keys(expected.sections).sort(),
        "(overall)",
      ]);
      // Rounded to 1/40 each, a weighted mean of them is off by at most half of that.
      for (const { section, accuracy } of rows) {
        const published = section === "(overall)" ? expected.overall : expected.sections[String(section)];
        expect(Math.abs(Number(accuracy) - published)).toBeLessThanOrEqual(0.0125);
      }
      const weights = file.cases.find((one: FixtureCase) => one.function === "sectionScores").input.counts;
      const reasoning = shares.filter(([subset]) => /^(math|hep)/.test(subset));
      const total = reasoning.reduce((sum, [subset]) => sum + weights[subset], 0);
      const exact =
        reasoning.reduce((sum, [subset, right]) => sum + (weights[subset] * right) / 40, 0) / total;
      close(rows.find(({ section }) => section === "Reasoning")!.accuracy, exact);
    });
  },
);

describe("through the whole line", () => {
  test("a file with RewardBench's subsets, read as TRL preferences and scored elsewhere", async () => {
    const records = ["alpacaeval-easy", "mt-bench-easy", "donotanswer", "elsewhere"].flatMap((subset, s) =>
      Array.from({ length: 6 }, (_, i) => ({
        prompt: `Question ${i} of ${subset}?`,
        chosen: `A good answer to ${i} of ${subset}.`,
        rejected: `A bad answer to ${i} of ${subset}.`,
        subset,
        right: i < s + 2,
      })),
    );
    place.file("rewardbench.jsonl", lines(records.map(({ right: _, ...record }) => record)));
    const scores = records.flatMap(({ prompt, chosen, rejected, right }) => [
      { prompt, response: chosen, score: right ? 1 : 0 },
      // One of the wrong ones is a tie, which is wrong too.
      { prompt, response: rejected, score: right ? 0.5 : prompt.includes(" 5 ") ? 0 : 1 },
    ]);
    place.file("scores.jsonl", lines(scores));
    place.file("ranking.json", {
      name: "ranking",
      why: "The data's own preferences.",
      minimumPrompts: 6,
      ranking: { accuracy: { atLeast: 0.5 } },
    });
    const options = {
      data: ["rewardbench.jsonl"],
      models: ["precomputed:scores.jsonl"],
      rubric: "./ranking.json",
    };
    await weigh(place.path, { ...options, database: "rewardbench.db" });
    const weighed = openStore(join(place.path, "rewardbench.db"), { mustExist: true });
    const rows = ask(weighed, "rewardbench");
    weighed.db.close();
    // Chat: 2 of 6 weighs 100, 3 of 6 weighs 28. Safety: 4 of 6.
    const chat = (100 * (2 / 6) + 28 * (3 / 6)) / 128;
    expect(rows).toEqual([
      { model: "scores.jsonl", section: "Chat", subsets: 2, items: 12, accuracy: expect.closeTo(chat, 12) },
      { model: "scores.jsonl", section: "Safety", subsets: 1, items: 6, accuracy: expect.closeTo(4 / 6, 12) },
      {
        model: "scores.jsonl",
        section: "(overall)",
        subsets: 3,
        items: 18,
        accuracy: expect.closeTo((chat + 4 / 6) / 2, 12),
      },
    ]);
  });

  test("RewardBench 2 takes no item with several right answers for a best-of-4", () => {
    const several: MadeItem = {
      subset: "Math",
      responses: [
        { role: "chosen", score: 1 },
        { role: "chosen", score: 2 },
        { role: "rejected", score: 0 },
      ],
    };
    const items = [several, pair("Math", 1, 0), pair("Chat", 1, 0)];
    const [[math, overall] = []] = answers(items, "rewardbench-2");
    expect(math).toMatchObject({ subset: "Math", items: 1, accuracy: 1 });
    expect(overall).toMatchObject({ subset: "(overall)", items: 1 });
  });
});

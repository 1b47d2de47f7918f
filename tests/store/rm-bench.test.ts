import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { textKey } from "../../src/keys.js";
import { listQueries } from "../../src/registry.js";
import { openStore } from "../../src/store/open.js";
import { runQuery } from "../../src/store/queries.js";
import { workplace } from "../cli/workplace.js";
import { describeWithShared } from "../shared.js";
import { weigh } from "../stages/weighing.js";

interface Row {
  readonly prompt: string;
  readonly chosen: readonly string[];
  readonly rejected: readonly string[];
  readonly domain?: string;
}

const words = (text: string): number => text.split(/\s+/).filter((word) => word !== "").length;

describeWithShared("RM-Bench", "data/rm-bench", (folder) => {
  const place = workplace();
  const read = (part: string) =>
    JSON.parse(readFileSync(join(folder, `${part}_filtered.json`), "utf8")) as Row[];

  test("hard, normal and easy equal the 3 x 3 matrix of the paper, computed here", async () => {
    const rows = read("chat");
    // Scored outside tare, and handed over as precomputed: some words pay, some prompts like lists, ties occur.
    const rule = (text: string) => Math.round(words(text) / 40) + ((text.match(/\*\*/g)?.length ?? 0) % 3);
    const byKey = (prompt: string, response: string) =>
      textKey({ messages: [{ role: "user", content: prompt }], response });
    const texts = rows.flatMap(({ prompt, chosen, rejected }, index) =>
      [...chosen, ...rejected].map((response) => {
        const named = index % 2 === 0 ? { prompt, response } : { key: byKey(prompt, response) };
        return { ...named, score: rule(response) };
      }),
    );
    place.file("scores.jsonl", [...new Set(texts.map((row) => JSON.stringify(row)))].join("\n"));
    const matrix = [0, 1, 2].map((chosen) =>
      [0, 1, 2].map((rejected) => {
        const right = rows.filter((row) => rule(row.chosen[chosen]!) > rule(row.rejected[rejected]!));
        return right.length / rows.length;
      }),
    );
    const mean = (cells: readonly number[]) => cells.reduce((a, b) => a + b, 0) / cells.length;
    // Rows are the styles of the chosen answer (concise, plain, markdown), columns those of the rejected one.
    const hard = mean([matrix[0]![1]!, matrix[0]![2]!, matrix[1]![2]!]);
    const normal = mean([matrix[0]![0]!, matrix[1]![1]!, matrix[2]![2]!]);
    const easy = mean([matrix[1]![0]!, matrix[2]![0]!, matrix[2]![1]!]);
    expect(new Set([hard, normal, easy]).size).toBe(3);

    place.file("ranking.json", {
      name: "ranking",
      why: "The data's own preferences, without any operator.",
      minimumPrompts: 6,
      ranking: { accuracy: { atLeast: 0.5 } },
    });
    await weigh(place.path, {
      data: [join(folder, "chat_filtered.json")],
      models: ["precomputed:scores.jsonl"],
      rubric: "./ranking.json",
    });
    const store = openStore(join(place.path, "tare.db"), { mustExist: true });
    const query = listQueries().find(({ name }) => name === "rm-bench")!;
    const { columns, rows: found } = runQuery(store, query, {});
    store.db.close();
    expect(found).toHaveLength(1);
    const answer = Object.fromEntries(columns.map((column, index) => [column, found[0]![index]]));
    expect(answer).toMatchObject({ model: "scores.jsonl", items: rows.length });
    expect(answer.hard).toBeCloseTo(hard, 12);
    expect(answer.normal).toBeCloseTo(normal, 12);
    expect(answer.easy).toBeCloseTo(easy, 12);
    expect(answer.average).toBeCloseTo(mean(matrix.flat()), 12);
  });
});

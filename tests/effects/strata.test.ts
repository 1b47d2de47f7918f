import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { divideItems } from "../../src/effects/divide.js";
import { ask } from "../cli/database.js";
import { lines, preferences } from "../cli/preferences.js";
import { EVERYTHING } from "../cli/rubrics.js";
import { workplace } from "../cli/workplace.js";
import { weigh } from "../stages/weighing.js";
import { type Move, meanOverItems, readAnswers, readMoves, withinPromptSd } from "./naive.js";

const place = workplace();
const file = join(place.path, "tare.db");
const SUBSETS = ["fort", "garden", "garden"];

interface Row {
  readonly augmentation: string;
  readonly kind: string;
  readonly value: string;
  readonly estimate: number | null;
  readonly lower: number | null;
  readonly n: number;
  readonly clusters: number;
  readonly skipped: number;
  readonly reason: string;
}
let run = "";
let moves: (Move & { readonly role: string; readonly subset: string; readonly length: number })[] = [];
let sd = 0;

const rows = (metric: string, scope = "augmentation") =>
  ask<Row & Record<string, string | number | null>>(
    file,
    `SELECT augmentation, stratum_kind AS kind, stratum_value AS value, estimate, lower, n, clusters, skipped, reason
       FROM effects WHERE run = ? AND metric = ? AND scope = ? ORDER BY augmentation, kind, value`,
    ...[run, metric, scope],
  );

beforeAll(async () => {
  const records = preferences(24).map((record, i) => ({
    ...record,
    subset: i < 4 ? "rare" : SUBSETS[i % 3],
  }));
  // A German item: operators for English skip it, the others do not.
  const german =
    "Gießen Sie die Tomaten früh am Morgen, damit die Blätter bis zum Abend trocken sind. Das genügt für 2 Tage.";
  const foreign = Array.from({ length: 7 }, (_, i) => ({
    prompt: `Wie gieße ich Tomate ${i}?`,
    chosen: `${german} Tomate ${i} braucht Wasser.`,
    rejected: `Das weiß ich leider nicht, und es ist mir auch egal, Tomate ${i} wird schon irgendwie wachsen.`,
    subset: "garden",
  }));
  place.file("data.jsonl", lines([...records, ...foreign]));
  place.file("rubric.json", EVERYTHING);
  const [outcome] = await weigh(place.path, {});
  run = outcome!.view.run;
  sd = withinPromptSd(readAnswers(file, run));
  const facts = new Map(
    ask<{ item: string; position: number; role: string; subset: string }>(
      file,
      "SELECT r.item, r.position, r.role, i.subset FROM responses r JOIN items i ON i.id = r.item",
    ).map((row) => [`${row.item}/${row.position}`, row]),
  );
  const lengths = new Map(
    ask<{ item: string; length: number }>(
      file,
      `SELECT item, avg(tokens) AS length FROM (SELECT DISTINCT rp.item, rp.position, d.base_tokens AS tokens
         FROM run_pairs rp JOIN drift d ON d.pair = rp.pair) GROUP BY item`,
    ).map(({ item, length }) => [item, length]),
  );
  moves = readMoves(file, run).map((move) => {
    const { role, subset } = facts.get(`${move.item}/${move.position}`)!;
    return { ...move, role, subset, length: lengths.get(move.item)! };
  });
});

describe("the bias on each part of the data, recomputed from the raw rows", () => {
  test.each(["whitespace-jitter", "length-padding", "number-changed"])("%s", (augmentation) => {
    const own = moves.filter((move) => move.augmentation === augmentation);
    const parts = rows("bias").filter((row) => row.augmentation === augmentation);
    const languages = new Map(
      ask<{ item: string; language: string }>(file, "SELECT item, language FROM run_items").map((row) => [
        row.item,
        row.language,
      ]),
    );
    const all = [...new Set(moves.map(({ item }) => item))].map(
      (item) => moves.find((move) => move.item === item)!.length,
    );
    const thirds = (length: number) => {
      const below = all.filter((other) => other < length).length / all.length;
      return below < 1 / 3 ? "short" : below < 2 / 3 ? "medium" : "long";
    };
    const partOf: Record<string, (move: (typeof moves)[number]) => string> = {
      "": () => "",
      side: ({ role }) => role,
      subset: ({ subset }) => subset,
      language: ({ item }) => languages.get(item)!,
      length: ({ length }) => thirds(length),
    };
    expect(new Set(parts.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(4);
    for (const { kind, value, estimate, n, clusters } of parts) {
      const inside = own.filter((move) => partOf[kind]!(move) === value);
      expect(n, `${kind}=${value}`).toBe(inside.length);
      expect(clusters).toBe(new Set(inside.map(({ prompt }) => prompt)).size);
      if (inside.length === 0) continue;
      const mean = meanOverItems(inside.map(({ item, difference }) => ({ item, value: difference / sd })));
      expect(estimate, `${kind}=${value}`).toBeCloseTo(mean, 10);
    }
  });

  test("the parts of one division hold every pair once, and every skipped one", () => {
    for (const metric of ["bias", "tail-share"]) {
      const all = rows(metric);
      for (const whole of all.filter(({ kind }) => kind === "")) {
        const own = all.filter(({ augmentation }) => augmentation === whole.augmentation);
        for (const kind of new Set(own.map((row) => row.kind))) {
          const parts = own.filter((row) => row.kind === kind);
          const sum = (column: "n" | "skipped") => parts.reduce((total, row) => total + row[column], 0);
          expect(sum("n"), `${whole.augmentation} ${kind}`).toBe(whole.n);
          // A side without any pair has no row.
          if (kind !== "side") expect(sum("skipped"), `${whole.augmentation} ${kind}`).toBe(whole.skipped);
        }
      }
    }
    const negated = rows("bias").find(
      ({ augmentation, kind }) => augmentation === "number-changed" && kind === "",
    )!;
    const [{ count }] = ask<{ count: number }>(
      file,
      "SELECT count(*) AS count FROM skips WHERE augmentation = 'number-changed'",
    ) as [{ count: number }];
    expect(negated.skipped).toBe(count);
  });

  test("under six prompts there is a row with its reason, and no interval", () => {
    const few = rows("bias").filter(({ clusters }) => clusters > 0 && clusters < 6);
    expect(few.length).toBeGreaterThan(0);
    for (const { lower, reason } of few) {
      expect(lower).toBeNull();
      expect(reason).toMatch(/prompts/);
    }
  });

  test("order is measured on whole items, not on a side; the ranking on every other part", () => {
    const kinds = (metric: string, scope?: string) => new Set(rows(metric, scope).map(({ kind }) => kind));
    expect(kinds("net-flip-rate")).toEqual(new Set(["", "subset", "language", "length"]));
    expect(kinds("bias")).toEqual(new Set(["", "side", "subset", "language", "length"]));
    expect(kinds("accuracy", "ranking")).toEqual(new Set(["", "subset", "language", "length"]));
  });
});

describe("the division of items", () => {
  const facts = [5, 1, 3, 3, 9, 7].map((length, i) => ({
    ...{ item: `${i}`, subset: i < 2 ? "" : "one", language: "en", length },
  }));
  test("thirds by length, equals together; ways in which no two items differ are left out", () => {
    const divisions = divideItems(facts, []);
    expect(divisions.map(({ kind }) => kind)).toEqual(["length"]);
    expect(facts.map(({ item }) => divisions[0]!.of.get(item))).toEqual([
      ...["medium", "short", "short", "short", "long", "long"],
    ]);
  });
  test("unless they are asked for; an item without a subset lies in none", () => {
    const [subset] = divideItems(facts, [{ kind: "subset", value: "one" }]);
    expect(subset).toMatchObject({ kind: "subset", values: ["one"] });
    expect(subset!.of.has("0")).toBe(false);
  });
});

import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { RunDetails, RunView } from "../../src/contract.js";
import { viewStoredRuns } from "../../src/stages/rejudge.js";
import { excerptsOf } from "../../src/store/details/excerpt.js";
import { openStore, type Store } from "../../src/store/open.js";
import { lines, preferences } from "../cli/preferences.js";
import { EVERYTHING } from "../cli/rubrics.js";
import { workplace } from "../cli/workplace.js";
import { weigh } from "./weighing.js";

const place = workplace();
let store: Store;
let view: RunView;
let details: RunDetails;

/** A record whose answers are far longer than an excerpt; what is changed stands at their end. */
const LONG = `${"It is a long and quiet road that leads along the river. ".repeat(120)}It is 12 miles long.`;

beforeAll(async () => {
  const [first, ...rest] = preferences(14);
  place.file("data.jsonl", lines([{ ...first, chosen: LONG }, ...rest]));
  place.file("rubric.json", EVERYTHING);
  const [outcome] = await weigh(place.path, { details: true });
  view = outcome!.view;
  details = view.details!;
  store = openStore(join(place.path, "tare.db"), { mustExist: true });
  return () => store.db.close();
});

const ask = <Row>(sql: string) => store.db.prepare<[], Row>(sql).all();

describe("the worst pairs", () => {
  it("are those of every operator that has any, none of them better than one left out", () => {
    const applied = new Map<string, number>();
    for (const { augmentation, applied: pairs } of view.coverage)
      applied.set(augmentation, (applied.get(augmentation) ?? 0) + pairs);
    const shown = details.examples.map(({ augmentation, pairs }) => [augmentation, pairs]);
    expect(shown).toEqual([...applied].filter(([, pairs]) => pairs > 0));
    for (const { augmentation, expects, changes, shown: worst } of details.examples) {
      if (changes === "prompt") continue;
      const stored = ask<{ pair: string; z: number }>(
        `SELECT pair, z FROM pair_scores WHERE augmentation = '${augmentation}' AND truncated = 0`,
      );
      const badness = (z: number) => ({ lower: z, higher: -z, "not-higher": z, same: Math.abs(z) })[expects];
      const kept = new Set(worst.map(({ pair }) => pair));
      const others = stored.filter(({ pair }) => !kept.has(pair)).map(({ z }) => badness(z));
      expect(Math.min(...worst.map(({ z }) => badness(z!)))).toBeGreaterThanOrEqual(
        Math.max(...others, -1e9),
      );
    }
  });

  it("show where a long text was changed, and how much of it stands around that", () => {
    const [base, variant] = excerptsOf(LONG, LONG.replace("12 miles", "21 miles"));
    expect(base.before).toBeGreaterThan(2000);
    expect([base.before, base.text.length, base.after].reduce((a, b) => a + b)).toBe(LONG.length);
    expect(base.text).toContain("12 miles");
    expect(variant).toMatchObject({ before: base.before, text: expect.stringContaining("21 miles") });
  });

  it("never cut a character in two", () => {
    const faces = "😀".repeat(3000);
    for (const one of excerptsOf(`a${faces}`, `a${faces}b`, 1000))
      expect(one.text).not.toMatch(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/);
  });
});

describe("the distributions", () => {
  it("hold every answer and every valid pair once, in the bin of its score", () => {
    const total = (augmentation: string, part: string) =>
      details.histograms
        .filter((one) => one.augmentation === augmentation && one.part === part)
        .flatMap(({ bins }) => bins)
        .reduce((sum, { texts }) => sum + texts, 0);
    const answers = ask<{ role: string; score: number }>("SELECT role, score FROM base_scores");
    for (const role of ["chosen", "rejected"])
      expect(total("", role)).toBe(answers.filter((one) => one.role === role).length);
    for (const { augmentation, pairs } of details.examples)
      expect([total(augmentation, "base"), total(augmentation, "variant")]).toEqual([pairs, pairs]);
    for (const { low, high, texts } of details.histograms.find(({ part }) => part === "chosen")!.bins) {
      const inside = answers.filter(({ role, score }) => role === "chosen" && score >= low && score < high);
      expect(inside.length).toBe(texts);
      expect(high - low).toBeCloseTo(view.scale.within! / 4, 10);
    }
  });

  it("the ranking has the accuracy of the effect, and margins claim what Bradley and Terry say", () => {
    const accuracy = view.effects.find(({ scope, metric }) => scope === "ranking" && metric === "accuracy")!;
    const weighted = (cells: readonly { accuracy: number; comparisons: number }[]) =>
      cells.reduce((sum, cell) => sum + cell.accuracy * cell.comparisons, 0) / accuracy.n;
    expect(weighted(details.rankings)).toBeCloseTo(accuracy.estimate!, 10);
    expect(weighted(details.margins)).toBeCloseTo(accuracy.estimate!, 10);
    for (const { low, high, claimed } of details.margins) {
      expect(claimed).toBeGreaterThanOrEqual(1 / (1 + Math.exp(-low)) - 1e-12);
      expect(claimed).toBeLessThanOrEqual(1 / (1 + Math.exp(-high)) + 1e-12);
    }
  });
});

describe("noise, provenance and questions", () => {
  it("are those of the run", () => {
    expect(Math.max(...details.noise.map(({ floor }) => floor))).toBe(view.noise!.floor);
    expect(JSON.parse(details.provenance.plan)).toMatchObject({ seed: 1, rubric: view.rubric.digest });
    expect(JSON.parse(details.provenance.rubricSource)).toEqual(EVERYTHING);
    const operators = new Set(view.coverage.map(({ augmentation }) => augmentation));
    expect(new Set(details.provenance.operators.map(({ name }) => name))).toEqual(operators);
    expect(details.provenance.events.map(({ kind }) => kind)).toContain("weighed");
    expect(details.queries.find(({ name }) => name === "worst-pairs")).toMatchObject({
      parameters: [
        { name: "augmentation", standard: null },
        { name: "run", standard: null },
        { name: "limit", standard: "10" },
      ],
      sql: expect.stringContaining("ORDER BY"),
    });
  });

  it("come with stored runs only where they are asked for", () => {
    const judging = { today: "2026-01-01", waivers: [] };
    expect(viewStoredRuns(store, undefined, judging)[0]).not.toHaveProperty("details");
    const [again] = viewStoredRuns(store, undefined, judging, { details: true });
    expect(again!.details!.examples).toEqual(details.examples);
  });
});

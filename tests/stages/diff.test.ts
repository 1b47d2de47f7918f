import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { listQueries } from "../../src/registry.js";
import { diff } from "../../src/stages/diff.js";
import { openStore } from "../../src/store/open.js";
import { runQuery } from "../../src/store/queries.js";
import { ask, askOne } from "../cli/database.js";
import { lines, preferences } from "../cli/preferences.js";
import { workplace } from "../cli/workplace.js";
import { COMPARED, FORMULAS } from "../diff/compared.js";
import { surroundings, weigh } from "./weighing.js";

const place = workplace();
const file = join(place.path, "tare.db");
const compare = (a: string, b: string, margin = 0, database = "tare.db") =>
  diff({ a, b, database, margin }, surroundings(place.path));
const WHOLE = "(SELECT count(*) FROM run_items i WHERE i.run = r.id) = 40";
const runOf = (formula: string, more = "1") =>
  askOne<string>(
    file,
    `SELECT r.id FROM runs r JOIN scorers s ON s.key = r.scorer WHERE s.kind || ':' || s.name = ? AND ${more}`,
    formula,
  );

beforeAll(async () => {
  place.file("data.jsonl", lines(preferences(40)));
  place.file("part.jsonl", lines(preferences(20, 24)));
  place.file("rubric.json", COMPARED);
  place.file("laxer.json", {
    ...COMPARED,
    hacks: [{ ...COMPARED.hacks[0], allow: { effect: 0.4, tailShare: 0.2 } }],
    ranking: undefined,
  });
  await weigh(place.path, { models: Object.values(FORMULAS) });
  await weigh(place.path, { data: ["part.jsonl"], models: [FORMULAS.after] });
  await weigh(place.path, { models: [FORMULAS.before], seed: 2, rubric: "./laxer.json" });
}, 60_000);

function grouped<T>(rows: readonly T[], by: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(by(row), [...(groups.get(by(row)) ?? []), row]);
  return groups;
}

/** Mean over items of the mean of z, each scorer on the pooled within-prompt SD of its own base scores; beside all code of tare. */
function zByItem(run: string, augmentation: string): Map<string, { prompt: string; z: number }> {
  const base = ask<{ prompt: string; logit: number }>(
    file,
    `SELECT i.prompt, s.logit FROM runs r JOIN run_items ri ON ri.run = r.id JOIN items i ON i.id = ri.item
       JOIN responses p ON p.item = i.id JOIN scores s ON s.scorer = r.scorer AND s.text = p.text WHERE r.id = ?`,
    run,
  );
  const prompts = grouped(base, ({ prompt }) => prompt);
  let [squares, free] = [0, 0];
  for (const own of prompts.values()) {
    const mean = own.reduce((sum, { logit }) => sum + logit, 0) / own.length;
    squares += own.reduce((sum, { logit }) => sum + (logit - mean) ** 2, 0);
    free += own.length - 1;
  }
  const ruler = Math.sqrt(squares / free);
  const moves = ask<{ item: string; prompt: string; d: number }>(
    file,
    `SELECT rp.item, i.prompt, v.logit - b.logit AS d FROM runs r JOIN run_pairs rp ON rp.run = r.id JOIN pairs p ON p.key = rp.pair
       JOIN items i ON i.id = rp.item JOIN scores b ON b.scorer = r.scorer AND b.text = p.base
       JOIN scores v ON v.scorer = r.scorer AND v.text = p.variant WHERE r.id = ? AND p.augmentation = ?`,
    run,
    augmentation,
  );
  const items = grouped(moves, ({ item }) => item);
  return new Map(
    [...items].map(([item, own]) => [
      item,
      { prompt: own[0]!.prompt, z: own.reduce((sum, { d }) => sum + d, 0) / own.length / ruler },
    ]),
  );
}

describe("two runs on the same pairs", () => {
  test("the difference is that of the items' means, each scorer on its own ruler", async () => {
    const [a, b] = [runOf(FORMULAS.before, "seed = 1"), runOf(FORMULAS.after, WHOLE)];
    const found = await compare(a.slice(0, 10), b);
    expect(found).toMatchObject({
      paired: true,
      items: { shared: 40, onlyA: 0, onlyB: 0 },
      unshared: [],
      plans: [],
    });
    const [before, after] = [zByItem(a, "length-padding"), zByItem(b, "length-padding")];
    const differences = [...before].map(([item, { z }]) => after.get(item)!.z - z);
    const mean = differences.reduce((sum, d) => sum + d, 0) / differences.length;
    const claim = found.claims.find(({ claim: { id } }) => id === "length/bias")!;
    expect(claim.difference).toBeCloseTo(mean, 10);
    expect(claim.b! - claim.a!).toBeCloseTo(mean, 10);
    // Every prompt is a cluster of one item here: the paired t interval is no wider than what is given.
    const sd = Math.sqrt(differences.reduce((sum, d) => sum + (d - mean) ** 2, 0) / (differences.length - 1));
    const reach = (1.685 * sd) / Math.sqrt(differences.length); // t, .95, 39
    expect(claim.lower!).toBeLessThan(mean - 0.99 * reach);
    expect(claim.lower!).toBeGreaterThan(mean - 2 * reach);
    expect(claim).toMatchObject({ word: "worse", n: claim.n, clusters: differences.length });
    expect(claim.signFlip!).toBeLessThan(0.002);
    expect(found.verdict).toBe("worse");
  });

  test("swapped, worse is better, and every difference has the other sign", async () => {
    const [there, back] = [
      await compare(runOf(FORMULAS.before, "seed = 1"), runOf(FORMULAS.after, WHOLE)),
      await compare(runOf(FORMULAS.after, WHOLE), runOf(FORMULAS.before, "seed = 1")),
    ];
    expect(there.claims.filter(({ lower }) => lower !== null).length).toBeGreaterThan(5);
    for (const [index, one] of there.claims.entries()) {
      const other = back.claims[index]!;
      if (one.difference === null) expect(other.difference).toBeNull();
      else expect(other.difference).toBeCloseTo(-one.difference, 10);
      if (one.lower !== null) expect(other.upper).toBeCloseTo(-one.lower, 6);
      expect({ worse: "better", better: "worse" }[one.word as string] ?? one.word).toBe(other.word);
    }
  });

  test("a scorer on four times the scale has changed nothing: every scorer has its own ruler", async () => {
    const found = await compare(runOf(FORMULAS.before, "seed = 1"), FORMULAS.scaled);
    for (const { difference, claim } of found.claims) {
      expect([claim.id, Math.abs(difference ?? 0) < 1e-9]).toEqual([claim.id, true]);
    }
    expect(found.verdict).toBe("not worse");
    expect(found.b.ruler! / found.a.ruler!).toBeCloseTo(4, 9);
    expect(found.scorers.map(({ field }) => field)).toEqual(["name", "file formula"]);
  });

  test("what was asked to be overlooked is", async () => {
    const [a, b] = [runOf(FORMULAS.before, "seed = 1"), runOf(FORMULAS.after, WHOLE)];
    const bias = (found: Awaited<ReturnType<typeof compare>>) =>
      found.claims.find(({ claim }) => claim.id === "length/bias")!;
    const plain = bias(await compare(a, b));
    const lax = bias(await compare(a, b, plain.difference! + 0.01));
    expect(lax).toMatchObject({ difference: plain.difference, word: "unclear" });
    expect(lax.pWorse!).toBeGreaterThan(0.4);
  });

  test("one run has nothing to be compared with", async () => {
    await expect(compare(FORMULAS.scaled, runOf(FORMULAS.scaled))).rejects.toMatchObject({
      code: "TARE_USAGE",
    });
    await expect(compare(FORMULAS.scaled, "scripted:lenght")).rejects.toMatchObject({
      code: "TARE_UNKNOWN_NAME",
    });
  });
});

describe("runs that were weighed otherwise", () => {
  test("of other data: what both hold is compared, the rest is counted", async () => {
    // The newest run of this formula is the one on the other file: prompts 25 to 44, of which 16 are in both..
    const found = await compare(runOf(FORMULAS.before, "seed = 1"), FORMULAS.after);
    expect(found.items).toEqual({ shared: 16, onlyA: 24, onlyB: 4 });
    expect(found.plans[0]).toBe("data: 16 items in both, 24 in A only, 4 in B only");
    const bias = found.claims.find(({ claim }) => claim.id === "length/bias")!;
    expect(bias).toMatchObject({ clusters: 16, word: "not comparable" });
    expect(bias.reason).toBe("16 prompts that both sides hold, and 20 are wanted");
    const counted = found.unshared.filter(({ augmentation }) => augmentation === "whitespace-jitter");
    expect(counted.map(({ why }) => why)).toEqual([
      "the item is not in the data of A",
      "the item is not in the data of B",
    ]);
    const jittered = (run: string) =>
      askOne(
        file,
        "SELECT count(*) FROM run_pairs rp JOIN pairs p ON p.key = rp.pair WHERE rp.run = ? AND p.augmentation = 'whitespace-jitter'",
        run,
      );
    const shared = found.claims.find(({ claim }) => claim.id === "whitespace/bias")!.n;
    expect(shared + counted[1]!.pairs).toBe(jittered(runOf(FORMULAS.before, "seed = 1")));
  });

  test("of another seed and rubric: random pairs are others, and both rubrics' claims and bounds are told", async () => {
    const found = await compare(runOf(FORMULAS.before, "seed = 2"), FORMULAS.scaled);
    expect(found.plans).toContain("seed: 2 in A, 1 in B");
    expect(found.plans).toContain("length/bias: at most 0.40 SD in A, at most 0.30 SD in B");
    expect(found.plans).toContain("ranking/accuracy: no claim of A's rubric");
    const jitter = found.unshared.find(({ augmentation }) => augmentation === "whitespace-jitter")!;
    expect(jitter.why).toBe("seed 2 in A, 1 in B");
    expect(found.claims.find(({ claim }) => claim.id === "whitespace/bias")).toMatchObject({
      word: "not comparable",
      reason: expect.stringContaining("not measured"),
    });
    // The order of the answers hangs on no seed.
    expect(found.claims.find(({ claim }) => claim.id === "ranking/accuracy")!.n).toBe(40);
  });
});

test("the query agrees with the command, operator by operator", async () => {
  const [a, b] = [runOf(FORMULAS.before, "seed = 1"), runOf(FORMULAS.scaled)];
  const store = openStore(file, { mustExist: true });
  const query = listQueries().find(({ name }) => name === "diff")!;
  const { rows } = runQuery(store, query, { a, b });
  store.db.close();
  const found = await compare(a, b);
  for (const [, , augmentation, , pairs, za, zb] of rows as [
    string,
    string,
    string,
    number,
    number,
    number,
    number,
  ][]) {
    expect(pairs).toBeGreaterThan(0);
    expect(za).toBeCloseTo(zb, 9);
    expect(found.operators.some((one) => one.augmentation === augmentation)).toBe(true);
  }
});

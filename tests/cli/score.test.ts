import { readFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { beforeAll, describe, expect, test } from "vitest";
import { rewardOf } from "../scorers/http/protocols.js";
import { serve } from "../scorers/http/server.js";
import { ask, askOne, complaints } from "./database.js";
import { lines, preferences } from "./preferences.js";
import { COMPLETENESS, KEEPS } from "./rubrics.js";
import { run } from "./tare.js";
import { workplace } from "./workplace.js";

const place = workplace();
const RECORDS = preferences(12);
const words = (text: string) => text.split(/\s+/).filter((word) => word !== "").length;
/** Two records say the same, and one answer stands in two records: 12 records, 23 texts. */
const DATA = [
  ...RECORDS.slice(0, 11),
  { ...RECORDS[11]!, prompt: RECORDS[10]!.prompt, chosen: RECORDS[10]!.chosen },
];
const TEXTS = new Map(
  DATA.flatMap(({ prompt, chosen, rejected }) =>
    [chosen, rejected].map((text) => [`${prompt}\n${text}`, text]),
  ),
);
const LENGTHS = [...TEXTS.values()].map(words);

const tare = (...args: string[]) => run(args, { cwd: place.path });
const scored = async (...args: string[]) => {
  const { code, stdout, stderr } = await tare("score", "data.jsonl", "--json", ...args);
  expect({ code, stderr }).toMatchObject({ code: 0 });
  return { summaries: JSON.parse(stdout), stderr };
};

beforeAll(() => {
  place.file("data.jsonl", lines([...DATA, DATA[0]]));
  place.file("rubric.json", COMPLETENESS);
});

describe("tare score", () => {
  test("count, mean, SD and accuracy of the data as they are, each text once", async () => {
    const { summaries } = await scored("--model", "scripted:length", "--db", "a.db", "--quiet");
    const mean = LENGTHS.reduce((sum, one) => sum + one, 0) / LENGTHS.length;
    const squares = LENGTHS.reduce((sum, one) => sum + (one - mean) ** 2, 0);
    const won = DATA.map(({ chosen, rejected }) => (Math.sign(words(chosen) - words(rejected)) + 1) / 2);
    const [summary] = summaries;
    expect(summary).toMatchObject({
      model: "length",
      texts: 23,
      scored: 23,
      truncated: 0,
      comparisons: 12,
      recheck: null,
    });
    expect(summary.mean).toBeCloseTo(mean, 12);
    expect(summary.sd).toBeCloseTo(Math.sqrt(squares / 22), 12);
    expect(summary.accuracy).toBeCloseTo(won.reduce<number>((sum, one) => sum + one, 0) / 12, 12);
    expect(summary.textsPerSecond).toBeGreaterThan(0);
    const file = join(place.path, "a.db");
    expect(complaints(file)).toEqual([]);
    expect(askOne(file, "SELECT count(*) FROM scores")).toBe(23);
    expect(askOne(file, "SELECT count(*) FROM runs")).toBe(0);
  });

  test("a tie counts half, a sign can be turned", async () => {
    const tied = await scored("--model", "scripted:constant(3)", "--db", "b.db");
    expect(tied.summaries[0]).toMatchObject({ accuracy: 0.5, sd: 0, mean: 3 });
    const up = await scored("--model", "scripted:length+noise(0.1)", "--db", "b.db");
    const down = await scored("--model", "scripted:length+noise(0.1)", "--db", "b.db", "--negate");
    expect(down.summaries[0].accuracy).toBeCloseTo(1 - up.summaries[0].accuracy, 12);
    expect(down.summaries[0]).toMatchObject({ scored: 0, textsPerSecond: null });
  });

  test("a run finds the scores, and scoring finds those of a run", async () => {
    const db = ["--db", "c.db"];
    await scored("--model", KEEPS, ...db);
    const before = askOne(join(place.path, "c.db"), "SELECT count(*) FROM scores");
    const ended = await tare("run", "data.jsonl", "--rubric", "./rubric.json", "--model", KEEPS, ...db);
    expect(ended.code).toBe(0);
    const texts = askOne(join(place.path, "c.db"), "SELECT count(*) FROM run_texts");
    const detail = askOne<string>(
      join(place.path, "c.db"),
      "SELECT detail FROM events WHERE kind = 'scored'",
    );
    expect(detail).toBe(`${texts - before} texts`);
    expect((await scored("--model", KEEPS, ...db)).summaries[0].scored).toBe(0);
  });

  test("--out writes what precomputed: reads, and the scores are the same", async () => {
    await scored("--model", "scripted:length+noise(0.5)", "--db", "d.db", "--out", "scores.jsonl");
    const rows = readFileSync(join(place.path, "scores.jsonl"), "utf8")
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(rows.map(({ prompt, response }) => `${prompt[0].content}\n${response}`).sort()).toEqual(
      [...TEXTS.keys()].sort(),
    );
    const again = await scored("--model", "precomputed:scores.jsonl", "--db", "e.db");
    const logits = (db: string) => ask(join(place.path, db), "SELECT text, logit FROM scores ORDER BY text");
    expect(logits("e.db")).toEqual(logits("d.db"));
    expect(again.summaries[0].texts).toBe(23);
  });

  test("several models, a limit, and a table for people", async () => {
    const args = [
      "score",
      "data.jsonl",
      "--model",
      "scripted:length",
      "--model",
      "scripted:bullets",
      "--limit",
      "5",
    ];
    const { code, stdout, stderr } = await tare(...args, "--db", "f.db");
    expect(code).toBe(0);
    expect(stdout).toMatch(/model .*texts .*accuracy/);
    expect(stdout).toMatch(/length .* 10 .*[\s\S]*bullets .* 10 /);
    expect(stderr).toContain("7 left out by --limit");
  });

  test.each([
    [
      ["--out", "x.jsonl", "--model", "scripted:length", "--model", "scripted:bullets"],
      "TARE_USAGE  --out wants one --model",
    ],
    [["--out", "no/such/x.jsonl", "--model", "scripted:length"], "TARE_OUTPUT  no/such/x.jsonl"],
    [["--limit", "0", "--model", "scripted:length"], "TARE_USAGE  --limit wants"],
    [["--model", "./none"], "TARE_MODEL_MISSING  ./none"],
    [["--model", "scripted:length", "--format", "trl"], "TARE_UNKNOWN_NAME"],
  ])("%s", async (args, says) => {
    const { code, stdout, stderr } = await tare("score", "data.jsonl", ...args);
    expect(stderr).toContain(says);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  });
});

describe("--no-cache", () => {
  const file = join(place.path, "g.db");
  const db = ["--db", "g.db", "--quiet"];

  test("says that all came out the same, or how far they are off; the stored ones stay", async () => {
    const first = await scored("--model", "scripted:length", ...db, "--no-cache");
    expect(first.stderr).toBe("length, scored again: nothing was stored to compare with\n");
    const same = await scored("--model", "scripted:length", ...db, "--no-cache");
    expect(same.stderr).toBe("length, scored again: 23 stored scores came out the same\n");
    expect(same.summaries[0]).toMatchObject({
      scored: 23,
      recheck: { compared: 23, changed: 0, largest: 0, mean: 0 },
    });
    const writer = new Database(file);
    const text = askOne<string>(file, "SELECT text FROM scores ORDER BY text LIMIT 1 OFFSET 7");
    writer.prepare("UPDATE scores SET logit = logit + 0.25 WHERE text = ?").run(text);
    writer.prepare("DELETE FROM scores WHERE text = (SELECT max(text) FROM scores)").run();
    writer.close();
    const stored = ask(file, "SELECT text, logit FROM scores ORDER BY text");
    const other = await scored("--model", "scripted:length", ...db, "--no-cache");
    expect(other.stderr).toMatch(
      /1 of 22 stored scores came out otherwise: largest \|difference\| 0\.25, mean 0\.01136; the stored/,
    );
    expect(ask(file, "SELECT text, logit FROM scores ORDER BY text").slice(0, 22)).toEqual(stored);
    expect(askOne(file, "SELECT count(*) FROM scores")).toBe(23);
  });

  test("in a run, over its changed texts too", async () => {
    const args = ["run", "data.jsonl", "--rubric", "./rubric.json", "--model", KEEPS, "--db", "h.db"];
    expect((await tare(...args)).code).toBe(0);
    const texts = askOne(join(place.path, "h.db"), "SELECT count(*) FROM run_texts");
    const { code, stderr } = await tare(...args, "--no-cache", "--quiet");
    expect(stderr).toMatch(new RegExp(`scored again: ${texts} stored scores came out the same\n$`));
    expect(code).toBe(0);
  });
});

test("a served model is scored like any other, and its weights may change behind the address", async () => {
  const server = await serve("vllm-classify", {
    change: (json) => {
      const copy = structuredClone(json) as { data: { probs: number[] }[] };
      for (const row of copy.data) row.probs[0]! += shift;
      return copy;
    },
  });
  let shift = 0;
  try {
    const model = `http:vllm-classify+${server.url}#my-rm&render=response`;
    const args = ["--model", model, "--db", "served.db", "--quiet"];
    const { summaries } = await scored(...args);
    const rewards = [...TEXTS.values()].map(rewardOf);
    expect(summaries[0].mean).toBeCloseTo(rewards.reduce((sum, one) => sum + one, 0) / 23, 9);
    const asked = server.seen.length;
    expect((await scored(...args)).summaries[0]).toMatchObject({ scored: 0 });
    expect(server.seen.length - asked).toBe(4); // the probes alone
    shift = 2;
    expect((await scored(...args, "--no-cache")).summaries[0].recheck).toMatchObject({
      compared: 23,
      changed: 23,
      largest: 2,
    });
    const file = join(place.path, "served.db");
    expect(askOne(file, "SELECT name FROM scorers")).toBe(`vllm-classify+${server.url}#my-rm`);
  } finally {
    await server.close();
  }
});

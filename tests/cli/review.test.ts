import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { ask, askOne, complaints } from "./database.js";
import { lines, preferences } from "./preferences.js";
import { run, SCRIPTED } from "./tare.js";
import { workplace } from "./workplace.js";

const place = workplace();
place.file("data.jsonl", lines(preferences(30)));
const db = join(place.path, "tare.db");
const tare = (args: readonly string[], input = "") => run([...args], { cwd: place.path, input });
const review = (args: readonly string[], input = "") => tare(["review", ...args, "--quiet"], input);
const OPERATORS = ["--augmentation", "number-changed", "--augmentation", "preamble"];

interface BlindRow {
  readonly pair: string;
  readonly seed: number;
  readonly prompt: unknown;
  readonly first: string;
  readonly second: string;
}

const rowsOf = (file: string): BlindRow[] =>
  readFileSync(join(place.path, file), "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));

/** What the database knows of a pair and a reader does not. */
const truthOf = (pair: string) =>
  ask<{ augmentation: string; base: string }>(
    db,
    "SELECT p.augmentation, b.response AS base FROM pairs p JOIN texts b ON b.key = p.base WHERE p.key = ?",
    pair,
  )[0]!;

beforeAll(async () => {
  const { code } = await tare(["run", "data.jsonl", "--model", SCRIPTED, ...OPERATORS, "--quiet"]);
  expect([0, 3, 4]).toContain(code);
  const { stderr } = await review(["data.jsonl", ...OPERATORS, "--sample", "20", "--export", "blind.jsonl"]);
  expect(stderr).toContain("40 pairs written");
});

describe("what a reader gets", () => {
  it("is pairs without label, one a prompt and operator, in an order that tells nothing", () => {
    const rows = rowsOf("blind.jsonl");
    expect(rows).toHaveLength(40);
    for (const row of rows) expect(Object.keys(row)).toEqual(["pair", "seed", "prompt", "first", "second"]);
    const truths = rows.map(({ pair, first }) => ({ ...truthOf(pair), first }));
    for (const name of ["number-changed", "preamble"]) {
      const own = truths.filter(({ augmentation }) => augmentation === name);
      const baseFirst = own.filter(({ base, first }) => base === first).length;
      expect(own).toHaveLength(20);
      // 20 tosses of a coin: outside 3 to 17 once in 2,500.
      expect(baseFirst).toBeGreaterThanOrEqual(3);
      expect(baseFirst).toBeLessThanOrEqual(17);
    }
    const changes = truths.filter(({ augmentation }, i) => augmentation !== truths[i - 1]?.augmentation);
    expect(changes.length).toBeGreaterThan(8);
  });

  it("is the pairs a run of the same data and seed makes", () => {
    const rows = rowsOf("blind.jsonl");
    const known = askOne(
      db,
      "SELECT count(DISTINCT pair) FROM run_pairs WHERE pair IN (SELECT value FROM json_each(?))",
      JSON.stringify(rows.map(({ pair }) => pair)),
    );
    expect(known).toBe(40);
  });
});

describe("judgements from a file", () => {
  it("are stored against the hidden order; the label decides what is as expected", async () => {
    const judged = rowsOf("blind.jsonl").map(({ pair, seed, first }, i) => {
      const { augmentation, base } = truthOf(pair);
      const baseIs = base === first ? "first" : "second";
      const other = baseIs === "first" ? "second" : "first";
      // Of the numbers 17 of 20 are judged right; of the preambles some are a tie, some worse, one broken, two better.
      const n = rowsOf("blind.jsonl")
        .slice(0, i)
        .filter((row) => truthOf(row.pair).augmentation === augmentation).length;
      if (augmentation === "number-changed")
        return { pair, seed, judgement: n < 17 ? baseIs : n < 19 ? "tie" : other, note: n < 17 ? "" : "odd" };
      return { pair, seed, judgement: n < 10 ? "tie" : n < 17 ? baseIs : n < 19 ? other : "invalid" };
    });
    place.file("judged.jsonl", `${judged.map((row) => JSON.stringify(row)).join("\n")}\n`);
    const { code, stdout, stderr } = await review(["--import", "judged.jsonl", "--reader", "ann", "--json"]);
    expect(code).toBe(0);
    expect(stderr).toContain("40 judgements stored");
    const found = JSON.parse(stdout);
    expect(found).toMatchObject([
      { augmentation: "number-changed", expects: "lower", read: 20, asExpected: 17 },
      { augmentation: "preamble", expects: "not-higher", read: 20, asExpected: 17 },
    ]);
    // R: binom.test(17, 20)$conf.int
    expect(found[0].lower).toBeCloseTo(0.6210732, 6);
    expect(found[0].upper).toBeCloseTo(0.9679291, 6);
    expect(complaints(db)).toEqual([]);
  });

  it("make pairs suspect: they leave the statistics when the run is analysed again, and are counted", async () => {
    const applied = () =>
      ask<{ augmentation: string; reason: string; pairs: number }>(
        db,
        "SELECT augmentation, reason, sum(pairs) AS pairs FROM coverage WHERE reason IN ('', 'expectation-suspect') GROUP BY 1, 2 ORDER BY 1, 2",
      );
    const measured = () =>
      ask<{ augmentation: string; n: number; skipped: number }>(
        db,
        `SELECT augmentation, n, skipped FROM effects WHERE scope = 'augmentation' AND stratum_kind = ''
            AND metric IN ('effect', 'bias') AND augmentation IN ('number-changed', 'preamble') ORDER BY 1`,
      );
    const before = measured();
    // Whoever hands a verdict on is told as well.
    for (const handsOn of [
      ["attest", "--out", "record.json"],
      ["baseline", "save", "baseline.json"],
    ])
      expect((await tare(handsOn)).stderr, handsOn[0]).toContain("before readers judged");
    expect(applied().filter(({ reason }) => reason !== "")).toMatchObject([
      { augmentation: "number-changed", pairs: 3 },
      { augmentation: "preamble", pairs: 3 },
    ]);
    const stale = await tare(["gate"]);
    expect(stale.stderr).toContain("before readers judged");
    expect((await tare(["report"])).stdout).toContain("readers judged pairs of this run after its analysis");
    await tare(["analyze", "--quiet"]);
    const after = measured();
    expect(after).toEqual(before.map((row) => ({ ...row, n: row.n - 3, skipped: row.skipped + 3 })));
    expect((await tare(["gate"])).stderr).not.toContain("before readers judged");
    const { stdout } = await tare(["report"]);
    expect(stdout).toMatch(/NOT APPLIED[\s\S]*expectation-suspect 3[\s\S]*LABELS READ BLIND/);
    expect(stdout).toContain("number-changed 17/20");
  });

  it("are taken over by the same command of a run that was complete", async () => {
    const { pair } = ask<{ pair: string }>(db, "SELECT pair FROM suspect_pairs ORDER BY pair LIMIT 1")[0]!;
    const { shown } = ask<{ shown: string }>(db, "SELECT shown FROM judgements WHERE pair = ?", pair)[0]!;
    const { augmentation } = truthOf(pair);
    const right = augmentation === "preamble" ? "tie" : shown === "base" ? "first" : "second";
    place.file("second.jsonl", `${JSON.stringify({ pair, seed: 1, judgement: right })}\n`);
    // Two readers say otherwise than the first: the label holds again.
    for (const reader of ["bob", "cleo"]) await review(["--import", "second.jsonl", "--reader", reader]);
    const suspects = () => askOne(db, "SELECT count(*) FROM suspect_pairs");
    expect(suspects()).toBe(5);
    await tare(["run", "data.jsonl", "--model", SCRIPTED, ...OPERATORS, "--quiet"]);
    expect((await tare(["gate"])).stderr).not.toContain("before readers judged");
    const { stdout } = await tare(["query", "validity", "--format", "json"]);
    const rows = JSON.parse(stdout) as { augmentation: string; suspect: number; what_went_wrong: string }[];
    expect(rows.reduce((sum, row) => sum + row.suspect, 0)).toBe(5);
    expect(rows.find((row) => row.augmentation === "number-changed")!.what_went_wrong).toContain("odd");
  });

  it.each([
    [
      "a word that is no judgement",
      '{"pair":"PAIR","seed":1,"judgement":"left"}',
      "TARE_REVIEW_ROW",
      "bad.jsonl:2",
    ],
    ["no pair", '{"judgement":"tie"}', "TARE_REVIEW_ROW", "pair"],
    [
      "a pair of elsewhere",
      `{"pair":"${"0".repeat(32)}","seed":1,"judgement":"tie"}`,
      "TARE_REVIEW_PAIR",
      "bad.jsonl:2",
    ],
    ["no seed", '{"pair":"PAIR","judgement":"tie"}', "TARE_REVIEW_ROW", "seed"],
    ["no JSON", "tie", "TARE_DATA_NOT_JSON", "bad.jsonl:2"],
  ])("with %s are refused, all of the file", async (_name, line, code, where) => {
    const [{ pair }] = rowsOf("blind.jsonl") as [BlindRow];
    const good = `{"pair":"${pair}","seed":1,"judgement":"tie"}`;
    place.file("bad.jsonl", `${good}\n${line.replace("PAIR", pair)}\n`);
    const ended = await review(["--import", "bad.jsonl", "--reader", "dora"]);
    expect(ended.code).toBe(2);
    expect(ended.stderr).toContain(code);
    expect(ended.stderr).toContain(where);
    expect(askOne(db, "SELECT count(*) FROM judgements WHERE reader = 'dora'")).toBe(0);
  });
});

describe("reading on the terminal", () => {
  const command = ["data.jsonl", "--augmentation", "sentence-dropped", "--sample", "4", "--reader", "eve"];

  it("shows pairs without their label, asks again for what it does not understand, and stores each answer at once", async () => {
    const { code, stderr, stdout } = await review(command, "1\nperhaps\n2 the end is lost\ns\nq\n");
    expect(code).toBe(0);
    expect(stderr).not.toContain("sentence-dropped");
    expect(stderr).toContain('"perhaps" is none of');
    expect(stderr).toContain("2 pairs judged, 2 left");
    expect(stdout).toContain("sentence-dropped");
    const stored = ask<{ judgement: string; note: string }>(
      db,
      "SELECT judgement, note FROM judgements WHERE reader = 'eve' ORDER BY judgement",
    );
    expect(stored).toEqual([
      { judgement: "first", note: "" },
      { judgement: "second", note: "the end is lost" },
    ]);
  });

  it("wants answers from a person: data from stdin are refused before any is drawn", async () => {
    const { code, stderr } = await review(["-", "--db", "never.db"], lines(preferences(2)));
    expect([code, existsSync(join(place.path, "never.db"))]).toEqual([2, false]);
    expect(stderr).toContain("TARE_USAGE  stdin holds the data: use --export");
  });

  it("goes on where it stopped", async () => {
    const { stderr } = await review(command, "t\nx broken\n");
    expect(stderr).toContain("3 of 4");
    expect(stderr).not.toContain("1 of 4");
    expect(stderr).toContain("2 pairs judged, 2 before");
    expect(askOne(db, "SELECT count(*) FROM judgements WHERE reader = 'eve'")).toBe(4);
  });

  it("reads the pairs of the database where no data is named, and says when there is none", async () => {
    const { stderr } = await review(
      ["--augmentation", "number-changed", "--sample", "2", "--reader", "fay"],
      "t\n",
    );
    expect(stderr).toContain("1 of 2");
    const padded = [
      "data.jsonl",
      "--augmentation",
      "length-padding",
      "--sample",
      "6",
      "--export",
      "all.jsonl",
    ];
    await review(padded);
    const doses = [2, 4].map(async (dose) => {
      const out = `dose-${dose}.jsonl`;
      await review(["--augmentation", `length-padding@${dose}`, "--sample", "6", "--export", out]);
      return rowsOf(out).map(
        ({ pair }) => ask<{ dose: number }>(db, "SELECT dose FROM pairs WHERE key = ?", pair)[0]!.dose,
      );
    });
    for (const [i, found] of (await Promise.all(doses)).entries())
      expect(new Set(found)).toEqual(new Set([[2, 4][i]]));
    const none = await review(["--augmentation", "rot13", "--reader", "fay"]);
    expect(none.code).toBe(2);
    expect(none.stderr).toContain("TARE_REVIEW_PAIR");
  });
});

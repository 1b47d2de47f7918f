import { createHash } from "node:crypto";
import { copyFileSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { parquetReadObjects } from "hyparquet";
import { beforeAll, describe, expect, it, vi } from "vitest";
import yargs from "yargs";
import { exportSet } from "../../src/commands/export.js";
import { withExport } from "../../src/commands/with-export.js";
import { loadFormats } from "../../src/registry.js";
import { openStore, usingStore } from "../../src/store/open.js";
import { pairTextsReader } from "../../src/store/training-pairs.js";
import { digestsOfPair } from "../../src/training/digests.js";
import { setKey } from "../../src/training/export-index.js";
import { readTrainedOn } from "../../src/training/read-trained-on.js";
import { findRun } from "../../src/training-set/find-run.js";
import type { Texts } from "../../src/training-set/rows.js";
import type { OperatorTally } from "../../src/training-set/tally.js";
import { writeSet } from "../../src/training-set/write-set.js";
import { ask } from "../cli/database.js";
import { lines, preferences } from "../cli/preferences.js";
import { COMPLETENESS } from "../cli/rubrics.js";
import { workplace } from "../cli/workplace.js";
import { surroundings, weigh } from "../stages/weighing.js";
import { CROME_DOCUMENTED, TRL_DOCUMENTED } from "./documented.js";

const place = workplace();
const at = (name: string) => join(place.path, name);
const text = (name: string) => readFileSync(at(name), "utf8");
type Row = Record<string, never> & { pair: string; weight: number; label: string; augmentation: string };
const rowsOf = (name: string): Row[] =>
  text(name)
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));

/** Runs the command in this process; what it printed as JSON. */
async function tare(args: string, db = "tare.db"): Promise<readonly OperatorTally[]> {
  const said = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  try {
    const given = args.replace(
      /(--(?:out|card|digests)) (\S+)/g,
      (_, option, name) => `${option} ${at(name)}`,
    );
    await yargs(["export", ...given.split(" "), "--db", at(db), "--quiet", "--json"])
      .command(exportSet)
      .strict()
      .exitProcess(false)
      .fail((message, error) => {
        throw error ?? new Error(message);
      })
      .parseAsync();
    return JSON.parse(String(said.mock.calls.at(-1)?.[0])).operators;
  } finally {
    said.mockRestore();
  }
}

function pairTexts(db: string, pair: string): Texts {
  const store = openStore(db);
  try {
    return pairTextsReader(store)(pair);
  } finally {
    store.db.close();
  }
}

/** Another database with a change that no command makes. */
function changed(name: string, sql: string): string {
  const db = new Database(at("tare.db"));
  db.pragma("wal_checkpoint(TRUNCATE)");
  db.close();
  copyFileSync(at("tare.db"), at(name));
  const copy = new Database(at(name));
  copy.pragma("foreign_keys = OFF");
  copy.exec(sql);
  copy.close();
  return name;
}

const OPERATORS = ["number-changed", "preamble", "relevance", "length-padding@2"];
let pairs: { pair: string; augmentation: string; base: string; variant: string }[];
let run: string;

beforeAll(async () => {
  place.file("rubric.json", COMPLETENESS);
  place.file("data.jsonl", lines(preferences(12)));
  await weigh(place.path, { augmentations: OPERATORS, database: at("tare.db") });
  pairs = ask(
    at("tare.db"),
    `SELECT rp.pair, p.augmentation, b.response AS base, v.response AS variant FROM run_pairs rp JOIN pairs p ON p.key = rp.pair
       JOIN texts b ON b.key = p.base JOIN texts v ON v.key = p.variant ORDER BY rp.pair`,
  );
  run = ask<{ id: string }>(at("tare.db"), "SELECT id FROM runs")[0]!.id;
});

describe("a training set", () => {
  it("holds every accepted pair that is a preference or a tie, in TRL's documented form", async () => {
    const operators = await tare("--format trl --out all.jsonl --no-record");
    const rows = rowsOf("all.jsonl");
    for (const row of rows) TRL_DOCUMENTED.parse(row);
    const fit = pairs.filter(({ augmentation }) => augmentation !== "relevance");
    expect(fit.length).toBeGreaterThan(40);
    expect([...new Set(rows.map(({ pair }) => pair))].sort()).toEqual(fit.map(({ pair }) => pair));
    const relevance = operators.find(({ operator }) => operator === "relevance");
    expect(relevance).toMatchObject({ pairs: 12, written: 0, left: { "two-prompts": 12 } });
    for (const { pair, augmentation, base, variant } of fit) {
      const of = rows.filter((row) => row.pair === pair) as unknown as Record<
        "chosen" | "rejected",
        { content: string }[]
      >[];
      const answers = of.map(({ chosen, rejected }) => [chosen[0]!.content, rejected[0]!.content]);
      const tie = ["preamble", "length-padding"].includes(augmentation);
      expect(answers).toEqual(
        tie
          ? [
              [base, variant],
              [variant, base],
            ]
          : [[base, variant]],
      );
    }
    // A reader takes the type of a column from its first rows: a float may not look like an integer.
    expect(text("all.jsonl")).toMatch(/"margin":0\.0,"weight":1\.0,/);
    expect(text("all.jsonl")).not.toMatch(/"(margin|weight)":\d+,/);
  });

  it("is the same in Parquet, with the types as they are", async () => {
    for (const [format, documented] of [
      ["trl", TRL_DOCUMENTED],
      ["crome", CROME_DOCUMENTED],
    ] as const) {
      await tare(`--format ${format} --out one.jsonl --no-record`);
      await tare(`--format ${format} --out one.parquet --no-record`);
      const bytes = readFileSync(at("one.parquet"));
      const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
      const records = await parquetReadObjects({ file });
      for (const record of records) documented.parse(record);
      expect(records).toEqual(rowsOf("one.jsonl"));
    }
  });

  it("is the same byte for byte when it is written again, and its card has its digest", async () => {
    await tare("--format crome --out first.jsonl --card a.md --no-record");
    const before = text("first.jsonl");
    await tare("--format crome --out first.jsonl --card b.md --no-record");
    expect(text("first.jsonl")).toBe(before);
    expect(text("b.md")).toBe(text("a.md"));
    const digest = createHash("sha256").update(before).digest("hex");
    expect(text("a.md")).toContain(`echo '${digest}  first.jsonl' | sha256sum -c`);
    expect(text("a.md")).toMatch(/- \d+ ties, one row each, weight 1:/);
    expect(text("a.md")).toContain(`run ${run} of 2026-01-01`);
    expect(text("a.md")).toMatch(/\| relevance \| causal \| 12 \| 0 \| 0 \|\s+\| two-prompts 12 \|/);
  });

  it("is known again where it is named as what a model was trained on", async () => {
    const { pair } = pairs.find(({ augmentation }) => augmentation === "number-changed")!;
    const texts = pairTexts(at("tare.db"), pair);
    const wanted = new Set(digestsOfPair(texts.base, texts.variant).map((row) => setKey(...row)));
    for (const format of ["trl", "crome"]) {
      await tare(`--format ${format} --out known.jsonl --no-record`);
      const formats = await loadFormats();
      const read = await readTrainedOn(at("known.jsonl"), { cwd: place.path, formats, wanted });
      expect([...wanted].filter((key) => !read.digests.has(key))).toEqual([]);
      expect(read.operators).toContain("number-changed");
    }
  });

  it("leaves out what readers contradict", async () => {
    const judged = pairs.find(({ augmentation }) => augmentation === "number-changed")!.pair;
    const db = changed(
      "judged.db",
      `INSERT INTO judgements (pair, reader, seed, shown, judgement, note, at) VALUES ('${judged}', 'ann', 1, 'base', 'tie', '', '2026')`,
    );
    const operators = await tare("--format crome --out judged.jsonl --no-record", db);
    expect(operators).toContainEqual(
      expect.objectContaining({ operator: "number-changed", left: { suspect: 1 } }),
    );
    expect(rowsOf("judged.jsonl").map(({ pair }) => pair)).not.toContain(judged);
  });
});

describe("the filter", () => {
  it("keeps what the model gets wrong or is unsure of, as the raw scores say", async () => {
    const operators = await tare("--format crome --out hard.jsonl --no-record --filter --unsure 0.2");
    const moves = ask<{ pair: string; expects: string; move: number; bound: number; noise: number }>(
      at("tare.db"),
      `SELECT p.key AS pair, a.expects, h.weight * (v.logit - b.logit) AS move, 0.2 * r.within_sd AS bound, 2 * r.noise_floor AS noise
         FROM runs r JOIN run_heads h ON h.run = r.id JOIN run_pairs rp ON rp.run = r.id JOIN pairs p ON p.key = rp.pair
         JOIN augmentations a ON a.name = p.augmentation
         JOIN scores b ON b.scorer = r.scorer AND b.text = p.base AND b.head = h.head
         JOIN scores v ON v.scorer = r.scorer AND v.text = p.variant AND v.head = h.head
        WHERE p.augmentation <> 'relevance' ORDER BY p.key`,
    );
    const keeps = moves.filter(({ expects, move, bound, noise }) => {
      const most = Math.max(bound, noise);
      return expects === "same" ? Math.abs(move) > most : expects === "lower" ? -move <= most : move > most;
    });
    expect(keeps.length).toBeGreaterThan(5);
    expect(keeps.length).toBeLessThan(moves.length - 5);
    expect(
      rowsOf("hard.jsonl")
        .map(({ pair }) => pair)
        .sort(),
    ).toEqual(keeps.map(({ pair }) => pair));
    const kept = operators.flatMap(({ kept: by }) => Object.values(by));
    expect(kept.reduce((sum, n) => sum + n, 0)).toBe(keeps.length);
    expect(text("hard.jsonl.card.md")).toMatch(/kept as `wrong` \(\d+\)/);
    expect(text("hard.jsonl.card.md")).toContain("0.2 SD of");
  });

  it("needs rewards that vary", async () => {
    const flat = changed("flat.db", "UPDATE runs SET within_sd = 0");
    await expect(tare("--format trl --out x.jsonl --filter", flat)).rejects.toMatchObject({
      code: "TARE_EXPORT_RULER",
    });
    expect(existsSync(at("x.jsonl"))).toBe(false);
    expect(existsSync(at("x.jsonl.card.md"))).toBe(false);
  });
});

describe("what is held out", () => {
  it("stands in no pair of another operator either", async () => {
    const operators = ["oracle:degrade", "oracle:irrelevant-query", "oracle:paraphrase"];
    await weigh(place.path, {
      ...{ augmentations: operators, oracle: "scripted:good", database: at("oracle.db") },
    });
    const texts = ask<{ augmentation: string; variant: string }>(
      at("oracle.db"),
      `SELECT p.augmentation, v.response AS variant FROM run_pairs rp JOIN pairs p ON p.key = rp.pair
         JOIN texts v ON v.key = p.variant`,
    );
    const degraded = texts.filter(({ augmentation }) => augmentation === "oracle:degrade");
    expect(degraded.length).toBeGreaterThan(0);
    const asked = "--format crome --out held.jsonl --no-record --hold-out oracle:degrade";
    const counts = await tare(asked, "oracle.db");
    const of = (name: string) => counts.find(({ operator }) => operator === name)!;
    const written = JSON.stringify(rowsOf("held.jsonl"));
    expect(degraded.filter(({ variant }) => written.includes(JSON.stringify(variant)))).toEqual([]);
    expect(of("oracle:irrelevant-query").left["held-text"]).toBeGreaterThan(0);
    expect(of("oracle:paraphrase").left["held-text"]).toBeUndefined();
    expect(of("oracle:paraphrase").written).toBeGreaterThan(0);
  });
});

describe("what was exported", () => {
  it("is known to later runs, with what was held out", async () => {
    const db = changed("ledger.db", "");
    await tare("--format crome --out train.jsonl --hold-out preamble --digests train.digests.jsonl", db);
    expect(rowsOf("train.jsonl").map(({ augmentation }) => augmentation)).not.toContain("preamble");
    expect(ask(at(db), "SELECT origin, format FROM training_exports")).toEqual([
      { origin: "augment", format: "crome" },
    ]);
    const held = ask<{ augmentation: string }>(
      at(db),
      "SELECT augmentation FROM export_operators WHERE held_out = 1",
    );
    expect(held.map(({ augmentation }) => augmentation)).toContain("preamble");
    expect(rowsOf("train.digests.jsonl")[0]).toMatchObject({ tare_digests: 1, file: "train.jsonl" });
    const models = ["scripted:bullets+noise(0.1)", "scripted:length"];
    // A model that was weighed before the export cannot have been trained on it.
    const now = () => "2999-01-01T00:00:00.000Z";
    const [later] = await weigh(place.path, { models, database: at(db) }, { now });
    expect(later!.view.training!.items).toBe(12);
    expect(later!.view.training!.exports[0]).toMatchObject({ file: at("train.jsonl"), origin: "augment" });
    // Two runs are newest now, and neither has weighed the operators that were named beside the rubric.
    await expect(tare("--format trl --out never.jsonl", db)).rejects.toThrow("name one run");
    const other = `--run ${run} --augmentation preamble --filter --baseline-run ${later!.view.run}`;
    await expect(tare(`--format trl --out never.jsonl ${other}`, db)).rejects.toMatchObject({
      ...{ code: "TARE_EXPORT_EMPTY", message: expect.stringMatching(/not-weighed \d+/) },
    });
  });

  it("is not noted where it is not for training", async () => {
    await tare("--format crome --out train.jsonl --no-record");
    expect(ask(at("tare.db"), "SELECT * FROM training_exports")).toEqual([]);
  });
});

describe("an oracle's pairs", () => {
  /** One pair of the run becomes an oracle's degradation along accuracy. */
  const oracleSql = (pair: string) => `
    INSERT INTO augmentations (name, version, expects, attribute, changes, summary, source)
    VALUES ('oracle:degrade', 1, 'lower', 'causal attributes', 'response', '', '');
    UPDATE pairs SET augmentation = 'oracle:degrade', version = 1 WHERE key = '${pair}';
    INSERT INTO oracles VALUES ('o', 'replay', 'by-hand', '', 'written | by hand');
    INSERT INTO oracle_templates VALUES ('${"d".repeat(32)}', 'degrade', 4, '');
    INSERT INTO oracle_settings VALUES ('s', 'o', 'o', '{"degrade":"${"d".repeat(32)}"}', NULL, 1);
    INSERT INTO run_oracles VALUES ('${run}', 's', 'verified-digest');
    INSERT INTO oracle_interventions SELECT 's', rp.item, 'oracle:degrade', rp.position, 'accuracy', 'verified', '', '', p.base, p.variant, 1
      FROM run_pairs rp JOIN pairs p ON p.key = rp.pair WHERE p.key = '${pair}';`;

  it("stand beside rules' with the attribute that they moved, and their oracle in the card", async () => {
    const { pair } = pairs.find(({ augmentation }) => augmentation === "number-changed")!;
    const db = changed("oracle.db", oracleSql(pair));
    await tare("--format trl --out o.jsonl --no-record --only oracle", db);
    expect(rowsOf("o.jsonl")).toEqual([
      expect.objectContaining({
        pair,
        augmentation: "oracle:degrade",
        attribute: "accuracy",
        kind: "causal",
      }),
    ]);
    const card = text("o.jsonl.card.md");
    expect(card).toContain("written by by-hand (replay); note: written \\| by hand");
    expect(card).toContain(`prompt file degrade, version 4, digest ${"d".repeat(32)}`);
    expect(card).toContain("only an oracle's pairs");
    await tare("--format trl --out r.jsonl --no-record --hold-out accuracy", db);
    expect(rowsOf("r.jsonl").map((row) => row.pair)).not.toContain(pair);
  });
});

it("that is interrupted leaves the old file as it was, and nothing in the ledger", async () => {
  place.file("cut.jsonl", "old");
  const options = {
    ...{ format: "trl" as const, augmentations: [], only: undefined, holdOut: [], filter: undefined },
    rows: { margin: 0, tieWeight: 1, ties: "both" },
  } as const;
  const asked = { file: at("cut.jsonl"), format: "trl", db: at("tare.db"), digests: undefined } as const;
  const store = openStore(at("tare.db"));
  const ended = usingStore(store, () =>
    withExport(asked, (made) =>
      writeSet(
        store,
        findRun(store, run),
        options,
        made,
        surroundings(place.path, { signal: AbortSignal.abort() }),
      ),
    ),
  );
  await expect(ended).rejects.toMatchObject({ code: "TARE_INTERRUPTED" });
  expect(text("cut.jsonl")).toBe("old");
  expect(existsSync(at("cut.jsonl.part"))).toBe(false);
  expect(ask(at("tare.db"), "SELECT * FROM training_exports")).toEqual([]);
});

describe("what cannot be", () => {
  it.each([
    ["--format trl --hold-out lenght", "TARE_UNKNOWN_NAME", /did you mean length/],
    ["--format trl --augmentation preambel", "TARE_UNKNOWN_NAME", /did you mean preamble/],
    ["--format trl --only oracle", "TARE_EXPORT_EMPTY", /of \d+ pairs none is left: not-chosen \d+/],
    ["--format crome --augmentation relevance", "TARE_EXPORT_EMPTY", /two-prompts 12/],
    ["--format trl --run ffffffffff", "TARE_NO_RUN", /no run begins with/],
    ["--format trl --unsure 1", undefined, /--unsure does nothing without --filter/],
    ["--format trl --baseline-run a", undefined, /--baseline-run does nothing without --filter/],
    ["--format crome --margin 1", undefined, /--margin does nothing with --format crome/],
    ["--format crome --ties both", undefined, /--ties both is for --format trl/],
    ["--format trl --margin -1", undefined, /--margin wants a number of at least 0/],
    ["--format trl --tie-weight 0", undefined, /--tie-weight wants a number above 0/],
    ["--format csv", undefined, /Invalid values/],
  ])("is said: %s", async (args, code, says) => {
    const failed = await tare(`${args} --out never.jsonl`).catch((error) => error);
    expect([failed.code, failed.message]).toEqual([code, expect.stringMatching(says)]);
    expect(existsSync(at("never.jsonl"))).toBe(false);
    expect(ask(at("tare.db"), "SELECT * FROM training_exports")).toEqual([]);
  });

  it("also of a run that is not finished", async () => {
    const db = changed("half.db", "UPDATE runs SET state = 'scoring'");
    await expect(tare("--format trl --out never.jsonl", db)).rejects.toMatchObject({
      code: "TARE_NO_RUN",
      message: expect.stringContaining("stopped while scoring"),
    });
  });
});

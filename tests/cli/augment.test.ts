import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ask } from "./database.js";
import { lines, preferences } from "./preferences.js";
import { COMPLETENESS, KEEPS } from "./rubrics.js";
import { run, SCRIPTED } from "./tare.js";
import { workplace } from "./workplace.js";

const place = workplace();
place.file("data.jsonl", lines(preferences(12)));
const tare = (...args: string[]) => run([...args, "--quiet"], { cwd: place.path });
const rowsOf = (file: string) =>
  readFileSync(join(place.path, file), "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));

describe("tare augment", () => {
  it("writes the pairs that a run makes", async () => {
    const operators = ["sentence-dropped", "preamble", "relevance"].flatMap((name) => [
      "--augmentation",
      name,
    ]);
    const { code, stdout } = await tare(
      "augment",
      "data.jsonl",
      "--out",
      "pairs.jsonl",
      ...operators,
      "--json",
    );
    expect(code).toBe(0);
    const counts = JSON.parse(stdout) as { operator: string; written: number }[];
    const rows = rowsOf("pairs.jsonl");
    expect(counts.reduce((sum, { written }) => sum + written, 0)).toBe(rows.length);
    await tare("run", "data.jsonl", "--model", SCRIPTED, ...operators);
    const stored = ask<{ augmentation: string; response: string }>(
      join(place.path, "tare.db"),
      `SELECT DISTINCT p.augmentation, v.response FROM pairs p JOIN texts v ON v.key = p.variant
        WHERE p.augmentation IN ('sentence-dropped', 'preamble', 'relevance')`,
    ).map(({ augmentation, response }) => `${augmentation} ${response}`);
    expect(rows.length).toBeGreaterThan(20);
    expect(new Set(rows.map((row) => `${row.augmentation} ${row.variant}`))).toEqual(new Set(stored));
    const relevance = rows.find((row) => row.augmentation === "relevance");
    expect(relevance.variant_prompt).not.toEqual(relevance.prompt);
  });

  it("writes preferences for TRL, ties marked, and counts what is none", async () => {
    const operators = ["sentence-dropped", "preamble", "relevance"].flatMap((name) => [
      "--augmentation",
      name,
    ]);
    const { stdout } = await tare(
      "augment",
      "data.jsonl",
      "--out",
      "trl.jsonl",
      "--trl",
      ...operators,
      "--json",
    );
    const counts = JSON.parse(stdout) as { operator: string; written: number; unfit: number }[];
    expect(counts.find(({ operator }) => operator === "relevance")).toMatchObject({ written: 0, unfit: 12 });
    for (const row of rowsOf("trl.jsonl")) {
      expect(row.prompt[0].role).toBe("user");
      expect([row.chosen[0].role, row.rejected[0].role]).toEqual(["assistant", "assistant"]);
      expect(row.tie).toBe(row.augmentation === "preamble");
      const [longer, shorter] =
        row.augmentation === "preamble" ? [row.rejected, row.chosen] : [row.chosen, row.rejected];
      expect(longer[0].content.length).toBeGreaterThan(shorter[0].content.length);
    }
    // The format is known to tare itself.
    const again = await tare("score", "trl.jsonl", "--model", SCRIPTED);
    expect(again.code).toBe(0);
  });

  it("refuses a file that cannot be written", async () => {
    const { code, stderr } = await tare("augment", "data.jsonl", "--out", "no/such/folder.jsonl");
    expect([code, stderr]).toEqual([2, expect.stringContaining("TARE_OUTPUT")]);
  });
});

describe("tare augment for training", () => {
  const OPERATORS = ["truncated-ending", "sentence-dropped", "preamble"].flatMap((name) => [
    "--augmentation",
    name,
  ]);
  const judge = (...args: string[]) => run(["gate", ...args], { cwd: place.path });
  const verdictsOf = (json: string) =>
    JSON.parse(json).runs[0] as { verdict: string; training?: Record<string, unknown> };

  it("holds operators out, notes what it exported, and runs elsewhere know it by its digests", async () => {
    place.file("rubric.json", {
      ...COMPLETENESS,
      causal: [{ ...COMPLETENESS.causal[0], augmentations: ["truncated-ending", "sentence-dropped"] }],
    });
    place.file("some.jsonl", lines(preferences(3)));
    const out = ["--out", "train.jsonl", "--digests", "train.digests.jsonl", "--db", "ledger.db"];
    const hold = ["--hold-out", "sentence-dropped", "--hold-out", "flattery"];
    const made = await run(["augment", "some.jsonl", "--trl", ...out, ...OPERATORS, ...hold, "--json"], {
      cwd: place.path,
    });
    expect([made.code, made.stderr]).toEqual([
      0,
      expect.stringContaining("train.jsonl is noted in ledger.db as exported"),
    ]);
    const counts = JSON.parse(made.stdout) as { operator: string; written: number; heldOut?: true }[];
    expect(counts.map(({ operator, heldOut = false }) => [operator, heldOut])).toEqual([
      ["truncated-ending", false],
      ["sentence-dropped", true],
      ["preamble", true],
    ]);
    expect(new Set(rowsOf("train.jsonl").map(({ augmentation }) => augmentation))).toEqual(
      new Set(["truncated-ending"]),
    );
    const [head, ...digests] = rowsOf("train.digests.jsonl");
    expect(head).toMatchObject({ tare_digests: 1, file: "train.jsonl", operators: ["truncated-ending"] });
    expect(head.held_out).toEqual(expect.arrayContaining(["sentence-dropped", "preamble"]));
    expect(digests.filter(({ kind }: { kind: string }) => kind === "prompt")).toHaveLength(3);
    expect(JSON.stringify(digests)).not.toContain("bridge");

    const weigh = ["run", "data.jsonl", "--rubric", "./rubric.json", "--model", KEEPS, "--json"];
    for (const [db, ...named] of [
      ["ledger.db"],
      ["list.db", "--trained-on", "train.digests.jsonl"],
    ] as const) {
      const { code, stdout } = await tare(...weigh, "--db", db, ...named);
      expect([db, code, verdictsOf(stdout).verdict]).toEqual([db, 4, "inconclusive"]);
      expect(verdictsOf(stdout).training).toMatchObject({
        ...{ prompts: 3, inFamily: ["truncated-ending"] },
        heldOut: ["sentence-dropped"],
        exports: [{ pairs: expect.any(Number) }],
      });
    }
    const gate = await judge("--db", "ledger.db");
    expect([gate.code, gate.stdout]).toEqual([
      4,
      expect.stringMatching(/look {4}first look.*\n.*3 of 12 prompts/u),
    ]);
    expect((await judge("--db", "ledger.db", "--contamination", "accept")).code).toBe(0);
    const refused = await judge("--db", "ledger.db", "--contamination", "refuse");
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining("TARE_TRAINED_ON")]);
    const left = await tare(...weigh, "--db", "ledger.db", "--contamination", "leave-out");
    expect([left.code, JSON.parse(left.stdout).runs[0].data.prompts]).toEqual([0, 9]);
  });

  it("leaves no trace with --no-record, and a stored run can be held against its file", async () => {
    const out = ["--out", "unrecorded.jsonl", "--db", "none.db", "--trl", "--no-record"];
    expect((await tare("augment", "some.jsonl", ...out, ...OPERATORS)).code).toBe(0);
    expect(existsSync(join(place.path, "none.db"))).toBe(false);
    const weigh = ["run", "data.jsonl", "--rubric", "./rubric.json", "--model", KEEPS, "--db", "late.db"];
    expect((await tare(...weigh)).code).toBe(0);
    const named = await judge("--db", "late.db", "--trained-on", "unrecorded.jsonl");
    expect([named.code, named.stdout]).toEqual([
      4,
      expect.stringMatching(/3 of 12 prompts .*named as trained on/u),
    ]);
  });

  it("notes pairs in tare's own form only where they are said to be for training: else they can be weighed", async () => {
    const augment = (...more: string[]) =>
      run(["augment", "some.jsonl", "--out", "own.jsonl", "--db", "own.db", ...OPERATORS, ...more], {
        cwd: place.path,
      });
    expect((await augment()).stderr).toContain("own.jsonl is not noted as exported for training");
    expect(existsSync(join(place.path, "own.db"))).toBe(false);
    expect((await augment("--for-training")).stderr).toContain("own.jsonl is noted in own.db as exported");
    expect(ask(join(place.path, "own.db"), "SELECT count(*) AS n FROM training_exports")).toEqual([{ n: 1 }]);
    const both = await augment("--for-training", "--no-record");
    expect([both.code, both.stderr]).toEqual([2, expect.stringContaining("contradict each other")]);
  });

  it("refuses a digest list that cannot be written, before it writes anything", async () => {
    const options = ["--out", "x.jsonl", "--db", "x.db", "--digests", "no/such/list"];
    const { code, stderr } = await tare("augment", "some.jsonl", ...options, ...OPERATORS);
    expect([code, stderr]).toEqual([2, expect.stringContaining("TARE_OUTPUT")]);
    expect(existsSync(join(place.path, "x.jsonl"))).toBe(false);
  });
});

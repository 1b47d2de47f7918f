import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ask } from "./database.js";
import { lines, preferences } from "./preferences.js";
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

import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { packagePath } from "../../src/paths.js";

it("the benchmark scores the same texts both ways and prints their ratio", () => {
  const folder = mkdtempSync(join(tmpdir(), "tare-bench-test-"));
  try {
    const lines = readFileSync(packagePath("demo", "data", "tare-written.jsonl"), "utf8").split("\n");
    const data = join(folder, "data.jsonl");
    writeFileSync(data, `${lines.slice(0, 3).join("\n")}\n`);
    const bench = packagePath("bench", "throughput.mjs");
    const options = ["--data", data, "--rubric", "smoke", "--rounds", "1", "--json"];
    const { stdout, stderr } = spawnSync(process.execPath, [bench, ...options], { encoding: "utf8" });
    const result = JSON.parse(stdout || `"${stderr.slice(0, 300)}"`);
    expect(result.job).toMatchObject({ items: 3, rounds: 1 });
    const [round] = result.rounds;
    expect(round.tare.texts).toBe(result.job.texts);
    // By definition: texts cancel out of the ratio of two rates on the same texts.
    expect(result.ratio.median).toBeCloseTo(round.bare / round.tare.wall, 9);
    expect(result.tare.rate.median / result.bare.rate.median).toBeCloseTo(result.ratio.median, 9);
    expect(round.tare.session).toBeLessThanOrEqual(round.tare.wall);
    expect(result.outside).toBeCloseTo(1 - round.tare.session / round.tare.wall, 9);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

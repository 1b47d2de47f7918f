import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { promptsNeeded } from "../../src/diff/infer-difference.js";
import { packagePath } from "../../src/paths.js";

const text = readFileSync(packagePath("bench", "DIFFERENCES.md"), "utf8");
const samples = Number(/promise\. ([\d,]+) samples/.exec(text)![1]!.replace(",", ""));
/** Resamples of 199 stand at 95.5 %, those of a gate at 95.0 %. */
const RESAMPLES = 0.005;
const least = 0.95 - 3 * Math.sqrt((0.05 * 0.95) / samples) - RESAMPLES;

const rows = text
  .split("\n")
  .filter((line) => /^\| (mean|size|root|share)/.test(line))
  .map((line) => {
    const [name, cell, prompts, lower, upper] = line
      .split("|")
      .slice(1)
      .map((part) => part.trim());
    return { name: name!, cell: cell!, prompts: Number(prompts), lower: lower!, upper: upper! };
  });

describe("bounds of differences, cell by cell (bench/DIFFERENCES.md)", () => {
  it("are there for every way of comparing", () => {
    expect([...new Set(rows.map(({ name }) => name))]).toEqual([
      "mean, paired",
      "size of a mean, paired",
      "root mean square, paired",
      "mean, unpaired",
      "size of a mean, unpaired",
      "root mean square, unpaired",
      "share, paired",
      "share, unpaired",
    ]);
    expect(samples).toBeGreaterThanOrEqual(500);
  });

  it("hold as often as they promise", () => {
    // Of root mean squares nothing is judged on fewer.
    const judged = rows.filter(
      ({ name, prompts }) => !name.startsWith("root") || prompts >= promptsNeeded("dispersion"),
    );
    const held = judged.filter(({ lower, upper }) => Number(lower) >= least && Number(upper) >= least);
    expect(judged.filter((row) => !held.includes(row))).toEqual([]);
    expect(held.length).toBeGreaterThan(150);
  });
});

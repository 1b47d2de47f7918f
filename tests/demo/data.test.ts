import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { DEMO } from "../../src/commands/demo.js";
import { readItems } from "../../src/formats/read.js";
import { packagePath } from "../../src/paths.js";
import { loadFormats } from "../../src/registry.js";

async function subsetsOf(file: string): Promise<Map<string, number>> {
  const subsets = new Map<string, number>();
  for await (const { item } of readItems([file], { formats: await loadFormats(), cwd: "." })) {
    subsets.set(item.subset, (subsets.get(item.subset) ?? 0) + 1);
  }
  return subsets;
}

describe("the embedded data", () => {
  it("holds LLMBar natural whole, with its licence", async () => {
    expect([...(await subsetsOf(DEMO.data[0]!))]).toEqual([["llmbar-natural", 100]]);
    expect(readFileSync(packagePath("demo", "data", "LICENSE-LLMBar.txt"), "utf8")).toMatch(
      /MIT License[\s\S]*Princeton/,
    );
  });

  it("holds items of its own for what LLMBar lacks", async () => {
    const subsets = await subsetsOf(DEMO.data[1]!);
    expect([...subsets.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(40);
    for (const subset of ["lists", "numbers", "code", "dates", "constraints"]) {
      expect(subsets.get(subset), subset).toBeGreaterThanOrEqual(5);
    }
  });

  it.each(["demo/data", "demo/models/tare-mini-bt", "demo/models/tare-mini-crome"])(
    "%s has a card",
    (folder) => {
      expect(existsSync(packagePath(folder, "README.md"))).toBe(true);
    },
  );
});

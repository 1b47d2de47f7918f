import { existsSync, readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { packagePath } from "../src/paths.js";

/** Packages that take longer to load than most commands take to answer. */
const HEAVY =
  /^(?:zod|diff|eld|compromise|@stdlib\/|@lezer\/|mdast-|micromark|hono|@hono|vega|onnxruntime|@huggingface\/|csv-parse|hyparquet|stream-|openai|yaml$)/;
const STATIC = /^(?:import|export)\s(?!type\s)[^"';]*?from\s*"([^"]+)";/gmu;

/** Files and packages that starting the command line loads before any command runs, each with the file that asks for it. */
function loadedAtStart(): Map<string, string> {
  const entry = packagePath("src", "cli.ts");
  const asked = new Map([[entry, ""]]);
  for (const file of asked.keys()) {
    if (!file.endsWith(".ts")) continue;
    for (const [, name] of readFileSync(file, "utf8").matchAll(STATIC)) {
      const target = name!.startsWith(".") ? resolve(dirname(file), name!.replace(/\.js$/u, ".ts")) : name!;
      if ((!name!.startsWith(".") || existsSync(target)) && !asked.has(target)) asked.set(target, file);
    }
  }
  return asked;
}

describe("starting the command line", () => {
  it("loads no heavy package: a command loads what it needs when it runs", () => {
    const loaded = loadedAtStart();
    expect(loaded.size).toBeGreaterThan(60);
    expect([...loaded.keys()]).toContain("yargs");
    expect([...loaded].filter(([name]) => HEAVY.test(name))).toEqual([]);
  });
});

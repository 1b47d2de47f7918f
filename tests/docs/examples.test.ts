import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { ResponseAugmentation } from "../../src/contract.js";
import { verifyShape } from "../../src/extension-shapes.js";
import { runExample } from "../../src/pairs/examples.js";
import { packagePath } from "../../src/paths.js";
import { loadAugmentations } from "../../src/registry.js";
import { parseRubric } from "../../src/rubric/parse.js";
import { openStore } from "../../src/store/open.js";
import { readWaivers } from "../../src/waivers/read.js";
import { fences, prose, READMES, readDocument } from "./documents.js";

const README = readDocument("README.md");
const folder = mkdtempSync(join(tmpdir(), "tare-docs-test-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("the README's augmentation", async () => {
  // "tare" is this package: here its sources stand for the build.
  const source = fences(README, "js")[0]!.replace('"tare"', JSON.stringify(packagePath("src", "index.ts")));
  const file = join(folder, "sign-off.mjs");
  writeFileSync(file, source);
  const { default: spec } = (await import(/* @vite-ignore */ file)) as { default: ResponseAugmentation };

  it("has the shape of an extension", () => {
    expect(() => verifyShape("augmentation", spec, "README.md")).not.toThrow();
  });

  it("has examples that change a text and one that skips", () => {
    expect(spec.examples.filter(({ becomes }) => becomes !== undefined).length).toBeGreaterThanOrEqual(2);
    expect(spec.examples.some(({ skips }) => skips !== undefined)).toBe(true);
  });

  it.each(spec.examples.map((example) => ({ example })))("does what example $example says", ({ example }) => {
    expect(runExample({ ...spec, name: "sign-off" }, example)).toEqual(example);
  });
});

it("the README's rubric is one", async () => {
  const rubrics = fences(README, "json").filter((block) => block.includes('"ranking"'));
  expect(rubrics).toHaveLength(1);
  const rubric = parseRubric(rubrics[0]!, "README.md", await loadAugmentations());
  expect(rubric.rules.map(({ attribute }) => attribute)).toEqual(["factuality", "length", "ranking"]);
});

it("the README's waivers are a file of waivers", () => {
  const [waivers, ...others] = fences(README, "json").filter((block) => block.includes('"waivers"'));
  expect(others).toEqual([]);
  const file = join(folder, "waivers.json");
  writeFileSync(file, waivers!);
  expect(readWaivers(file, folder)).toHaveLength(1);
});

describe("SQL in the documents", () => {
  const store = openStore(join(folder, "fresh.db"));
  afterAll(() => store.db.close());
  const spans = (markdown: string) =>
    [...prose(markdown).matchAll(/`(SELECT [^`]+)`/g)].map(([, sql]) => sql!);
  const statements = READMES.flatMap((file) =>
    [...fences(readDocument(file), "sql"), ...spans(readDocument(file))]
      .flatMap((block) => block.split(";"))
      .map((sql) => ({ file, sql: sql.trim() }))
      .filter(({ sql }) => sql !== ""),
  );

  it("is found", () => {
    expect(statements.length).toBeGreaterThanOrEqual(7);
  });

  it.each(statements)("$file: $sql", ({ sql }) => {
    expect(store.db.prepare(sql).all()).toEqual([]);
  });
});

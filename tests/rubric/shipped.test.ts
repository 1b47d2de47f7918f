import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { packagePath } from "../../src/paths.js";
import { loadAugmentations } from "../../src/registry.js";
import { rubricJsonSchema } from "../../src/rubric/document.js";
import { openRubric } from "../../src/rubric/open.js";
import { explainRubric, parseRubric } from "../../src/rubric/parse.js";

const SCHEMA = "rubric.schema.json";
const read = (file: string) => readFileSync(packagePath("rubrics", file), "utf8");
const files = readdirSync(packagePath("rubrics")).filter((file) => file.endsWith(".json") && file !== SCHEMA);
const augmentations = await loadAugmentations();

it("has a rubric for every name the documents promise", () => {
  expect(files).toEqual(
    expect.arrayContaining(
      "code crome demo general length-and-format safety smoke strict"
        .split(" ")
        .map((name) => `${name}.json`),
    ),
  );
});

describe.each(files)("%s", (file) => {
  const rubric = openRubric(file.replace(/\.json$/, ""), ".", augmentations);
  const claims = rubric.rules.flatMap((rule) => rule.claims);

  it("is called as its file", () => {
    expect(`${rubric.name}.json`).toBe(file);
  });

  it("gates few enough claims to be passed together", () => {
    const gated = claims.filter(({ severity }) => severity === "error").length;
    expect(gated).toBeGreaterThan(0);
    expect(gated).toBeLessThanOrEqual(file === "demo.json" ? 8 : 12);
  });

  it("tells claims apart", () => {
    expect(new Set(claims.map(({ id }) => id)).size).toBe(claims.length);
  });

  it("reads back from what a run stores of it, alone", () => {
    expect(parseRubric(rubric.source, "stored", augmentations).digest).toBe(rubric.digest);
  });

  it("names every rule, operator and reason in its explanation", () => {
    const words = explainRubric(rubric);
    for (const { attribute, why, selected } of rubric.rules)
      for (const part of [attribute, why, ...selected.map(({ augmentation }) => augmentation)])
        expect(words).toContain(part);
    expect(words).not.toMatch(/undefined|NaN|\bnull\b/);
  });
});

it("ships the schema that the reader itself holds to (rewrite rubrics/rubric.schema.json when this fails)", () => {
  expect(JSON.parse(read(SCHEMA))).toEqual(rubricJsonSchema());
});

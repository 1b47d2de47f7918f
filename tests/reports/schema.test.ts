import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { packagePath } from "../../src/paths.js";
import json from "../../src/reports/json.js";
import { reportDocument, reportJsonSchema } from "../../src/reports/schema/document.js";
import { BAD, BETTER, EMPTY } from "./views.js";

const OPTIONS = { color: false, width: 80 };
const published = JSON.parse(readFileSync(packagePath("schemas", "report.schema.json"), "utf8"));
const valid = new Ajv2020({ strict: false }).compile(published);

const FAILURE = { code: "TARE_DATA_EMPTY", message: "no record", where: "a.jsonl", fix: "Give one." };
const DOCUMENTS: readonly (readonly [string, string])[] = [
  ["two runs", json.render([BAD, BETTER], OPTIONS)],
  ["a run that has nothing", json.render([EMPTY], OPTIONS)],
  ["no run", json.render([], OPTIONS)],
  ["a failure", json.renderFailure!(FAILURE, OPTIONS)],
];

describe("the published schema of the JSON report", () => {
  it("is what the code says (rewrite schemas/report.schema.json when this fails: npm run docs)", () => {
    expect(published).toEqual(reportJsonSchema());
  });

  it.each(DOCUMENTS)("holds for %s, and describes every field of it", (_, text) => {
    const document = JSON.parse(text);
    expect(valid(document), JSON.stringify(valid.errors)).toBe(true);
    // A field that the schema does not know is stripped here.
    expect(reportDocument.parse(document)).toEqual(document);
  });

  it.each<[string, Record<string, unknown>, Record<string, unknown>]>([
    ["a verdict of another word", {}, { verdict: "maybe" }],
    ["a run without its claims", {}, { verdicts: undefined }],
    ["another version", { version: 2 }, {}],
    ["a count below zero", {}, { look: -1 }],
  ])("refuses %s", (_, head, run) => {
    const document = JSON.parse(json.render([BAD], OPTIONS));
    expect(valid(document)).toBe(true);
    const broken = { ...document, ...head, runs: [{ ...document.runs[0], ...run }] };
    expect(valid(JSON.parse(JSON.stringify(broken)))).toBe(false);
  });
});

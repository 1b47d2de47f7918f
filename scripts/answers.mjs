#!/usr/bin/env node
/**
 * Asks the demo database what db/README.md asks, and every named query, and prints the answers there and in db/examples.
 * `--check` writes nothing: it names every answer that is another one now, and exits 1. `--db FILE` takes a database that
 * `tare demo` has written; without it the demo is run first, which takes a minute or two.
 */
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { listQueries } from "../dist/src/registry.js";
import { differences, printedBy, questionsOf, withAnswers } from "./docs/answers.mjs";
import { makeExampleDatabases } from "./docs/example-databases.mjs";
import { exampleOf, examplePath } from "./docs/query-examples.mjs";

const ROOT = join(import.meta.dirname, "..");
const check = process.argv.includes("--check");
const given = process.argv.indexOf("--db");
const folder = mkdtempSync(join(tmpdir(), "tare-answers-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

const answer = (args) => printedBy(ROOT, folder, args).stdout;
if (given > 0) copyFileSync(resolve(process.argv[given + 1]), join(folder, "tare-demo.db"));
else answer(["demo", "--quiet"]);
makeExampleDatabases(ROOT, folder, (args) => printedBy(ROOT, folder, args, [0, 3, 4]));

const wrong = [];
const README = join(ROOT, "db", "README.md");
const markdown = readFileSync(README, "utf8");
if (!check) writeFileSync(README, withAnswers(markdown, answer));
else
  for (const { question, args, printed } of questionsOf(markdown))
    wrong.push(...differences(printed, answer(args)).map((what) => `db/README.md: ${question}\n  ${what}`));

for (const query of listQueries()) {
  const made = exampleOf(query, folder);
  const file = examplePath(query.name);
  const path = join(ROOT, file);
  if (!check) writeFileSync(path, made);
  else if (!existsSync(path)) wrong.push(`${file} is missing`);
  else wrong.push(...differences(readFileSync(path, "utf8"), made).map((what) => `${file}: ${what}`));
}
for (const line of wrong) console.error(line);
if (wrong.length > 0) {
  console.error(
    "Answers have changed: run `npm run docs:answers`, read what has changed, and mend the text around it.",
  );
  process.exitCode = 1;
}

#!/usr/bin/env node
/**
 * Fills the generated blocks of the documentation from the build, and writes the JSON Schemas and the readings of
 * operators.
 * `--check` writes nothing: it names every file that would change, and every operator that was not measured as it stands,
 * and exits 1.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { staleMeasurements } from "./docs/applicability.mjs";
import { BLOCKS } from "./docs/blocks.mjs";
import { fillBlocks } from "./docs/fill.mjs";
import { formatJson } from "./docs/format-json.mjs";
import { SCHEMAS } from "./docs/schemas.mjs";
import { validityRows } from "./docs/validity.mjs";

const ROOT = join(import.meta.dirname, "..");
const check = process.argv.includes("--check");

const wanted = new Map();
for (const [file, makers] of Object.entries(BLOCKS)) {
  const blocks = {};
  for (const [name, make] of Object.entries(makers)) blocks[name] = await make(ROOT);
  wanted.set(file, fillBlocks(readFileSync(join(ROOT, file), "utf8"), blocks, file));
}
for (const [file, schema] of Object.entries(SCHEMAS)) wanted.set(file, formatJson(schema(), file, ROOT));
const READINGS = "augmentations/validity.json";
const rows = (await validityRows(ROOT)).map((row) => JSON.stringify(row));
wanted.set(READINGS, `[\n${rows.join(",\n")}\n]\n`);

const textOf = (file) => (existsSync(file) ? readFileSync(file, "utf8") : undefined);
const stale = [...wanted].filter(([file, text]) => textOf(join(ROOT, file)) !== text);
for (const [file, text] of stale) {
  if (check) console.error(`${file} is not what the code says: run \`npm run docs\` and commit the result`);
  else {
    writeFileSync(join(ROOT, file), text);
    console.log(`wrote ${file}`);
  }
}
const unmeasured = await staleMeasurements();
for (const line of unmeasured) console.error(line);
if (check && stale.length + unmeasured.length > 0) process.exitCode = 1;

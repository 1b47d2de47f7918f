#!/usr/bin/env node
/**
 * How often each interval method keeps its promise, cell by cell, on data whose truth is known: `npm run bench:calibration`.
 * Cells that are done are kept in a file, so that a run that was cut off goes on; see README.md.
 */
import { createHash } from "node:crypto";
import { appendFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { CELLS, nameOf, simulate } from "./calibration-cells.mjs";
import { calibrationMarkdown } from "./calibration-table.mjs";

const STATS = fileURLToPath(new URL("../dist/src/stats/", import.meta.url));
const { values: options } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    cells: { type: "string", default: join(tmpdir(), "tare-calibration.jsonl") },
    only: { type: "string", default: "" },
    limit: { type: "string", default: "Infinity" },
    write: { type: "boolean", default: false },
  },
});
const load = (name) => import(`../dist/src/stats/${name}.js`);
const modules = [
  "bca",
  "bound-ladder",
  "clopper-pearson",
  "cluster-mean",
  "limits",
  "mean-inference",
  "resample-mean",
  "sample",
  "share-inference",
  "skew-penalty",
  "studentised-mean",
  "t-inference",
  "calibrated",
];
const parts = await Promise.all([...modules, "distributions/student-t"].map(load));
const stats = Object.assign({}, ...parts);

/** Of all code that makes the numbers: a cell that other code has made is made again. */
function digestOfCode() {
  const hash = createHash("sha256").update(options.seed);
  const files = readdirSync(STATS, { recursive: true }).filter(
    (name) => /\.js$/.test(name) && !/calibrated/.test(name),
  );
  for (const name of files.sort()) hash.update(readFileSync(join(STATS, name)));
  for (const name of ["draws", "methods", "cells"])
    hash.update(readFileSync(new URL(`calibration-${name}.mjs`, import.meta.url)));
  return hash.digest("hex").slice(0, 16);
}

const code = digestOfCode();
const done = new Map();
if (existsSync(options.cells)) {
  for (const line of readFileSync(options.cells, "utf8").split("\n")) {
    if (line === "") continue;
    const { code: made, cell } = JSON.parse(line);
    if (made === code) done.set(nameOf(cell), cell);
  }
}
const wanted = CELLS.filter((cell) => nameOf(cell).startsWith(options.only) && !done.has(nameOf(cell)));
const cheapFirst = wanted.sort((a, b) => a.prompts - b.prompts).slice(0, Number(options.limit));
for (const [index, cell] of cheapFirst.entries()) {
  const begun = performance.now();
  const found = simulate(stats, cell, options.seed);
  done.set(nameOf(cell), found);
  appendFileSync(options.cells, `${JSON.stringify({ code, cell: found })}\n`);
  const seconds = (performance.now() - begun) / 1000;
  console.error(`${index + 1}/${cheapFirst.length} ${nameOf(cell)}: ${seconds.toFixed(1)} s`);
}

const missing = CELLS.filter((cell) => !done.has(nameOf(cell)));
if (missing.length > 0) console.error(`${missing.length} of ${CELLS.length} cells are not done yet`);
const cells = CELLS.flatMap((cell) => done.get(nameOf(cell)) ?? []);
const markdown = calibrationMarkdown(cells, { seed: options.seed, calibrated: stats.CALIBRATED });
if (options.write && missing.length === 0)
  writeFileSync(new URL("CALIBRATION.md", import.meta.url), markdown);
else console.log(markdown);

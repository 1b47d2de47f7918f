/** How many texts a run with every operator asks for, and how many it scores: each distinct one once. See README.md. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { loadAugmentations } from "../dist/src/registry.js";
import { machineFacts } from "./present.mjs";
import { writeSection } from "./results-section.mjs";
import { buildRun } from "./tare-run.mjs";

const inDemo = (path) => fileURLToPath(new URL(`../demo/data/${path}.jsonl`, import.meta.url));
const { values: options } = parseArgs({
  options: {
    data: { type: "string", multiple: true, default: ["llmbar-natural", "tare-written"].map(inDemo) },
    json: { type: "boolean", default: false },
    write: { type: "boolean", default: false },
  },
});

const folder = mkdtempSync(join(tmpdir(), "tare-asked-"));
try {
  const augmentations = (await loadAugmentations([], process.cwd())).map(({ name }) => name);
  const job = { data: options.data, model: "scripted:length", rubric: "general", seed: 1, augmentations };
  const { operators, items, asked, prepared } = await buildRun(job, join(folder, "asked.db"));
  const result = { commit: machineFacts().commit, operators, items, asked, scored: prepared.length };
  const times = (asked / prepared.length).toFixed(2);
  const whole = (value) => value.toLocaleString("en");
  const line = `${whole(items)} items, ${operators} operators: ${whole(asked)} texts asked for, ${whole(prepared.length)} scored, ${times} times fewer (commit ${result.commit})`;
  console.log(options.json ? JSON.stringify(result, null, 2) : line);
  const about =
    "Written by `npm run bench:asked -- --write`: two texts a pair and every answer, against the distinct ones.";
  if (options.write) writeSection("asked", `## Each text once\n\n${about}\n\n${line}.\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

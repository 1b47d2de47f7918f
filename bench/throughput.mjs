/** Texts per second of `tare run`'s scoring against a bare session on the same texts, in one run: see README.md. */
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { bareBatches, bareRound } from "./bare-round.mjs";
import { asMarkdown, asText, machineFacts } from "./present.mjs";
import { writeSection } from "./results-section.mjs";
import { buildRun, scoreRound } from "./tare-run.mjs";

const inDemo = (path) => fileURLToPath(new URL(`../demo/${path}`, import.meta.url));

const { values: options } = parseArgs({
  options: {
    rounds: { type: "string", default: "3" },
    model: { type: "string", default: inDemo("models/tare-mini-bt") },
    data: {
      type: "string",
      multiple: true,
      default: [inDemo("data/llmbar-natural.jsonl"), inDemo("data/tare-written.jsonl")],
    },
    rubric: { type: "string", default: "demo" },
    device: { type: "string", default: "cpu" },
    spin: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
    write: { type: "boolean", default: false },
  },
});

function summary(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const median = sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  return { median, lowest: sorted[0], highest: sorted.at(-1) };
}

async function measure(folder) {
  const { model, data, rubric, device } = options;
  const job = { model, data, rubric, device, seed: 1 };
  const paired = join(folder, "paired.db");
  const built = await buildRun(job, paired);
  const batches = await bareBatches(model, built);
  const session = { device, threads: built.threads, spin: options.spin };
  const rounds = [];
  for (let round = 0; round < Number(options.rounds); round++) {
    const database = join(folder, `${round}.db`);
    copyFileSync(paired, database);
    const tareFirst = round % 2 === 0;
    const early = tareFirst ? undefined : await bareRound(model, batches, session);
    const tare = await scoreRound(job, database);
    rounds.push({ tare, bare: early ?? (await bareRound(model, batches, session)) });
  }
  return summarise(built, batches, rounds);
}

function summarise(built, batches, rounds) {
  const texts = built.prepared.length;
  const tokens = built.prepared.reduce((sum, text) => sum + text.tokens, 0);
  const computed = batches.reduce((sum, { rows, length }) => sum + rows * length, 0);
  const of = (pick) => summary(rounds.map(pick));
  const rate = (milliseconds) => (1000 * texts) / milliseconds;
  return {
    machine: machineFacts(),
    job: {
      model: options.device === "cpu" ? built.model : `${built.model} on ${options.device}`,
      rubric: options.rubric,
      operators: built.operators,
      items: built.items,
      asked: built.asked,
      texts,
      tokens,
      rounds: rounds.length,
    },
    tare: { rate: of(({ tare }) => rate(tare.wall)), padding: rounds[0].tare.padding },
    bare: { rate: of(({ bare }) => rate(bare)), padding: 1 - tokens / computed },
    ratio: of(({ tare, bare }) => bare / tare.wall),
    outside: of(({ tare }) => 1 - tare.session / tare.wall).median,
    beside: {
      ...built.beside,
      loading: of(({ tare }) => tare.loading).median,
      statistics: of(({ tare }) => tare.statistics).median,
    },
    rounds,
  };
}

const folder = mkdtempSync(join(tmpdir(), "tare-bench-"));
try {
  const result = await measure(folder);
  console.log(options.json ? JSON.stringify(result, null, 2) : asText(result));
  if (options.write) writeSection("throughput", asMarkdown(result));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

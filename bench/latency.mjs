/** How long one waits: for the first score of a model that is tuned, and for a run whose texts are all scored. See README.md. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { openStore } from "../dist/src/store/open.js";
import { machineFacts } from "./present.mjs";
import { writeSection } from "./results-section.mjs";
import { buildRun } from "./tare-run.mjs";

const inRoot = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const { values: options } = parseArgs({
  options: {
    model: { type: "string", default: inRoot("demo/models/tare-mini-bt") },
    texts: { type: "string", default: "20000" },
    rounds: { type: "string", default: "3" },
    json: { type: "boolean", default: false },
    write: { type: "boolean", default: false },
  },
});
const DEMO = ["llmbar-natural", "tare-written"].map((name) => inRoot(`demo/data/${name}.jsonl`));
const RUBRIC = "demo";

const start = (data, database, seed) => {
  const args = ["run", ...data, "--model", options.model, "--rubric", RUBRIC, "--db", database, "--quiet"];
  return spawn(process.execPath, [inRoot("dist/src/cli.js"), ...args, "--seed", String(seed)], {
    stdio: "ignore",
  });
};

function withStore(database, use) {
  const store = openStore(database);
  try {
    return use(store.db);
  } finally {
    store.db.close();
  }
}

/** Milliseconds from the start of the command to the first score in the database; what is tuned is tuned. */
async function firstScore(tuned, database) {
  copyFileSync(tuned, database);
  const { db } = openStore(database);
  const count = db.prepare("SELECT count(*) FROM scores").pluck();
  const before = count.get();
  const begun = performance.now();
  // Another seed is another run, with texts of its own; noise floor and tuning are the scorer's.
  const child = start(DEMO, database, 2);
  while (count.get() === before && child.exitCode === null) await pause(5);
  const milliseconds = performance.now() - begun;
  child.kill("SIGKILL");
  await once(child, "close");
  db.close();
  return milliseconds;
}

/** As many items as give about that many texts: those of the demo, each time under another number. */
function manyItems(texts) {
  const records = readFileSync(DEMO[1], "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  const perItem = 7;
  return Array.from({ length: Math.ceil(texts / perItem) }, (_, index) => {
    const { prompt, ...rest } = records[index % records.length];
    return JSON.stringify({ ...rest, prompt: `${prompt} (No. ${index})` });
  }).join("\n");
}

/** Gives every text of the run a score that no model has made: what is timed is everything but the model. */
function fillScores(database) {
  return withStore(database, (db) => {
    const { changes } = db
      .prepare(
        `INSERT OR IGNORE INTO scores (scorer, text, head, logit, tokens, truncated)
         SELECT r.scorer, t.key, 0, length(t.response) * 0.01 + unicode(t.key) * 0.05, 100, 0
           FROM runs r JOIN run_texts rt ON rt.run = r.id JOIN texts t ON t.key = rt.text`,
      )
      .run();
    return changes;
  });
}

async function wholeRun(data, database) {
  const begun = performance.now();
  const child = start([data], database, 1);
  const [code] = await once(child, "close");
  if (![0, 3, 4].includes(code)) throw new Error(`tare run ended with ${code}`);
  return performance.now() - begun;
}

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];
const seconds = (values) =>
  `${(median(values) / 1000).toFixed(2)} s (${values.map((value) => (value / 1000).toFixed(2)).join(", ")})`;

const folder = mkdtempSync(join(tmpdir(), "tare-latency-"));
try {
  const rounds = Array.from({ length: Number(options.rounds) }, (_, round) => round);
  const tuned = join(folder, "tuned.db");
  await buildRun({ data: DEMO, model: options.model, rubric: RUBRIC, seed: 1 }, tuned);
  const first = [];
  for (const round of rounds) first.push(await firstScore(tuned, join(folder, `first-${round}.db`)));

  const data = join(folder, "data.jsonl");
  writeFileSync(data, manyItems(Number(options.texts)));
  const cached = join(folder, "cached.db");
  await buildRun({ data: [data], model: options.model, rubric: RUBRIC, seed: 1 }, cached);
  const texts = fillScores(cached);
  const analysed = await wholeRun(data, cached);
  const again = [];
  for (const _ of rounds) again.push(await wholeRun(data, cached));

  const machine = machineFacts();
  const rows = [
    ["machine", `${machine.cores} cores, ${machine.cpu}`],
    ["versions", `Node ${machine.node}, onnxruntime ${machine.onnxruntime}, commit ${machine.commit}`],
    ["first score of a new run, model tuned", seconds(first)],
    [
      `a run of ${texts.toLocaleString("en")} texts, all scored: statistics for the first time`,
      seconds([analysed]),
    ],
    [`the same command again`, seconds(again)],
  ];
  if (options.json) console.log(JSON.stringify({ machine, first, texts, analysed, again }, null, 2));
  else console.log(rows.map(([label, value]) => `${label.padEnd(76)}${value}`).join("\n"));
  const table = rows.map(([label, value]) => `| ${label} | ${value} |`).join("\n");
  if (options.write)
    writeSection(
      "latency",
      `## Waiting\n\nWritten by \`npm run bench:latency -- --write\`.\n\n| | |\n|---|---|\n${table}\n`,
    );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

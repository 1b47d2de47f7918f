/** tare against the best bare session and against what else scores texts with a reward model, taking turns: see README.md. */
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs, promisify } from "node:util";
import { bareBatches, bareRound } from "./bare-round.mjs";
import { machineFacts } from "./present.mjs";
import { writeSection } from "./results-section.mjs";
import { asItems, closeTexts, forgetScores, openTexts, prepareAll, scoreAll } from "./tare-texts.mjs";

const inRoot = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const { values: options } = parseArgs({
  options: {
    model: { type: "string" },
    texts: { type: "string", default: inRoot("../shared/bench/texts.jsonl") },
    peers: { type: "string", default: inRoot("../shared/bench") },
    python: { type: "string" },
    only: { type: "string", default: "" },
    count: { type: "string", default: "1000" },
    rounds: { type: "string", default: "3" },
    json: { type: "boolean", default: false },
    write: { type: "boolean", default: false },
  },
});
if (options.model === undefined)
  throw new Error("--model DIR: an fp32 export with its PyTorch weights beside");

/** Distinct texts only: tare scores each once. */
function readTexts() {
  const lines = readFileSync(options.texts, "utf8").split("\n").filter(Boolean);
  return [...new Set(lines)].slice(0, Number(options.count)).map((line) => JSON.parse(line));
}

/** Texts per second of one pass of a peer; loading and (for Python) tokenising are not in it. */
async function runPeer(command, args) {
  const { stdout } = await promisify(execFile)(command, args, { cwd: inRoot("."), maxBuffer: 1 << 26 });
  return JSON.parse(stdout.trim().split("\n").at(-1)).texts_per_s;
}

const PYTHON = ["torch-rewardbench", "ort-naive"];

function contestants(model, file, opened, prepared) {
  const bare = (budget) => async () => {
    const batches = await bareBatches(model, { prepared, budget });
    const session = { threads: opened.scorer.threads, spin: false };
    return (1000 * prepared.length) / (await bareRound(model, batches, session));
  };
  const threads = String(availableParallelism());
  const python = (peer) => () =>
    runPeer(options.python, [
      ...[join(options.peers, "peers.py"), model, file],
      ...["--only", peer, "--repeat", "1", "--threads", threads],
    ]);
  const tare = async () => {
    forgetScores(opened);
    const { scored, milliseconds } = await scoreAll(opened);
    return (1000 * scored) / milliseconds;
  };
  const all = {
    tare,
    "bare session, one text at a time": bare(1),
    "bare session, sorted, 512 tokens": bare(512),
    "bare session, sorted, 4,096 tokens": bare(4096),
    ...(options.python === undefined
      ? {}
      : Object.fromEntries(PYTHON.map((peer) => [`${peer} (Python)`, python(peer)]))),
    "transformers.js": () =>
      runPeer(process.execPath, [join(options.peers, "transformersjs.mjs"), model, file, "1"]),
  };
  const wanted = options.only.split(",").filter(Boolean);
  return Object.entries(all).filter(
    ([name]) => name === "tare" || wanted.length === 0 || wanted.some((one) => name.startsWith(one)),
  );
}

const median = (values) => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

async function measure(folder) {
  const model = resolve(options.model);
  const records = readTexts();
  const file = join(folder, "texts.jsonl");
  writeFileSync(file, records.map((record) => JSON.stringify(record)).join("\n"));
  const opened = await openTexts(model, asItems(records), join(folder, "texts.db"));
  try {
    const prepared = prepareAll(opened, records.length);
    const runners = contestants(model, file, opened, prepared);
    const rates = Object.fromEntries(runners.map(([name]) => [name, []]));
    for (let round = 0; round < Number(options.rounds); round++)
      // Each round begins with another one.
      for (let turn = 0; turn < runners.length; turn++) {
        const [name, run] = runners[(turn + round) % runners.length];
        rates[name].push(await run());
      }
    const { identity, tokenBudget, threads } = opened.scorer;
    return { rates, texts: prepared.length, tokens: sum(prepared), identity, tokenBudget, threads };
  } finally {
    await closeTexts(opened);
  }
}

function sum(prepared) {
  return prepared.reduce((total, { tokens }) => total + tokens, 0);
}

/** tare over the other, of each round; then the median. */
function table({ rates }) {
  return Object.entries(rates).map(([name, own]) => {
    const ratios = own.map((rate, round) => rates.tare[round] / rate);
    return [name, median(own).toFixed(1), name === "tare" ? "" : median(ratios).toFixed(2)];
  });
}

const folder = mkdtempSync(join(tmpdir(), "tare-peers-"));
try {
  const result = await measure(folder);
  const { identity, texts, tokens, tokenBudget, threads } = result;
  const machine = machineFacts();
  const facts = [
    `${machine.cores} cores, ${machine.cpu}; Node ${machine.node}, onnxruntime ${machine.onnxruntime}, commit ${machine.commit}.`,
    `${identity.name} ${identity.dtype}, ${texts.toLocaleString("en")} texts of ${tokens.toLocaleString("en")} tokens;`,
    `tare: ${identity.batching}, ${tokenBudget} tokens a batch, ${threads} threads. ${options.rounds} rounds, taking turns; medians.`,
  ].join("\n");
  const rows = table(result);
  if (options.json) console.log(JSON.stringify({ machine, ...result }, null, 2));
  else {
    console.log(`${facts}\n`);
    for (const [name, rate, ratio] of rows)
      console.log(
        `${name.padEnd(38)}${rate.padStart(8)} texts/s${ratio === "" ? "" : `   tare is ${ratio} x`}`,
      );
  }
  const cells = rows.map((row) => `| ${row.join(" | ")} |`).join("\n");
  if (options.write)
    writeSection(
      "peers",
      `## Peers\n\nWritten by \`npm run bench:peers -- --write\`.\n\n${facts}\n\n| | texts/s | tare is … times as fast |\n|---|---|---|\n${cells}`,
    );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** How long `tare audit` takes with every operator on 3,000 items, with and without the answers of RM-Bench. See README.md. */
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { measuredCli } from "./measured-cli.mjs";
import { machineFacts } from "./present.mjs";
import { writeSection } from "./results-section.mjs";

const inRoot = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    limit: { type: "string", default: "3000" },
    threads: { type: "string", default: "2" },
    json: { type: "boolean", default: false },
    write: { type: "boolean", default: false },
  },
});

/** Files of a data folder, by how their names end; none where the folder is not there. */
function filesOf(folder, ending) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name));
}

function dataSets() {
  if (positionals.length > 0) return [["the files given", positionals]];
  const shared = inRoot("../shared/data");
  const dialogues = filesOf(join(shared, "hh-rlhf"), ".jsonl.gz");
  const benchmarks = ["rm-bench", "llmbar"].flatMap((name) => filesOf(join(shared, name), ".json"));
  if (dialogues.length > 0 && benchmarks.length > 0)
    return [
      ["HH-RLHF", dialogues],
      ["HH-RLHF, RM-Bench and LLMBar", [...dialogues, ...benchmarks]],
    ];
  console.error("no ../shared/data here: measured on the demo's own items, which are few and short");
  return [["the demo's data", filesOf(inRoot("demo/data"), ".jsonl")]];
}

/** One audit of the data, in a process of its own. */
async function measured(name, files, folder) {
  const how = ["--limit", options.limit, "--threads", options.threads, "--json", "--quiet"];
  const { stdout, seconds, cpuSeconds, peakGiB } = await measuredCli(["audit", ...files, ...how], folder);
  const { items, operators } = JSON.parse(stdout);
  const sum = (of) => operators.reduce((total, one) => total + of(one), 0);
  return {
    name,
    items,
    operators: operators.length,
    applications: sum(({ asked }) => asked),
    pairs: sum(({ applied }) => applied),
    seconds,
    cpuSeconds,
    peakGiB,
  };
}

const whole = (value) => Math.round(value).toLocaleString("en");

function row({ name, items, operators, applications, pairs, seconds, cpuSeconds, peakGiB }) {
  return [
    `${name}: ${whole(items)} items, ${operators} operators`,
    `${whole(applications)} applications, ${whole(pairs)} pairs: ${seconds.toFixed(1)} s, ${cpuSeconds.toFixed(1)} s of processor time (${((1e6 * cpuSeconds) / applications).toFixed(0)} µs each), peak ${peakGiB.toFixed(2)} GiB`,
  ];
}

const folder = mkdtempSync(join(tmpdir(), "tare-audit-"));
try {
  const results = [];
  for (const [name, files] of dataSets()) results.push(await measured(name, files, folder));
  const machine = machineFacts();
  const rows = [
    ["machine", `${machine.cores} cores, ${machine.cpu}; ${options.threads} threads`],
    ["versions", `Node ${machine.node}, commit ${machine.commit}`],
    ...results.map(row),
  ];
  if (options.json) console.log(JSON.stringify({ machine, results }, null, 2));
  else console.log(rows.map(([label, value]) => `${label.padEnd(60)}${value}`).join("\n"));
  const table = rows.map(([label, value]) => `| ${label} | ${value} |`).join("\n");
  if (options.write)
    writeSection(
      "audit",
      `## Audit\n\nWritten by \`npm run bench:audit -- --write\`.\n\n| | |\n|---|---|\n${table}\n`,
    );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

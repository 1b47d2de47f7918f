/**
 * Time and peak memory of `tare analyze` and `tare gate` on a database of many scored pairs. See README.md.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { fillStore } from "./analyze-store.mjs";
import { machineFacts } from "./present.mjs";
import { writeSection } from "./results-section.mjs";

const CLI = fileURLToPath(new URL("../dist/src/cli.js", import.meta.url));
const { values: options } = parseArgs({
  options: {
    pairs: { type: "string", default: "200000" },
    json: { type: "boolean", default: false },
    write: { type: "boolean", default: false },
    /** Keep the database here, or take the one that is there. */
    db: { type: "string" },
  },
});

/** Told by the process itself, on exit: the kernel's high-water mark, and the processor time of all its threads. */
const REPORT = `process.on("exit", () => require("node:fs").writeFileSync(process.env.TARE_USAGE, JSON.stringify(process.resourceUsage())));`;

const folder = mkdtempSync(join(tmpdir(), "tare-analyze-"));
try {
  const file = options.db ?? join(folder, "a.db");
  const held = await fillStore(file, Number(options.pairs));
  const hook = join(folder, "report.cjs");
  writeFileSync(hook, REPORT);
  const analyzed = await measure(["analyze", "--db", file, "--json", "--quiet"], hook);
  const gated = await measure(["gate", "--db", file, "--json"], hook);
  const [{ effects, strata }] = JSON.parse(analyzed.stdout);
  const result = {
    machine: machineFacts(),
    ...held,
    effects,
    strata,
    analyze: figures(analyzed),
    gate: figures(gated),
  };
  const rows = present(result);
  console.log(
    options.json
      ? JSON.stringify(result, null, 2)
      : rows.map(([name, value]) => `${name.padEnd(28)}${value}`).join("\n"),
  );
  if (options.write) writeSection("analyze", asMarkdown(result.machine, rows));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function measure(args, hook) {
  const usage = join(folder, "usage");
  const begun = performance.now();
  const child = spawn(process.execPath, ["--require", hook, CLI, ...args], {
    env: { ...process.env, TARE_USAGE: usage },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let stdout = "";
  child.stdout.on("data", (chunk) => {
    stdout += chunk;
  });
  const [code] = await once(child, "close");
  // A gate tells its verdict by its exit code.
  if (![0, 3, 4].includes(code)) throw new Error(`tare ${args[0]} ended with ${code}`);
  return {
    stdout,
    seconds: (performance.now() - begun) / 1000,
    usage: JSON.parse(readFileSync(usage, "utf8")),
  };
}

function figures({ seconds, usage }) {
  const cpuSeconds = (usage.userCPUTime + usage.systemCPUTime) / 1e6;
  return { seconds, cpuSeconds, peakGiB: usage.maxRSS / 2 ** 20 };
}

function present({ items, prompts, pairs, effects, strata, analyze, gate }) {
  const count = (value) => value.toLocaleString("en");
  const told = ({ seconds, cpuSeconds, peakGiB }) =>
    `${seconds.toFixed(1)} s (${cpuSeconds.toFixed(1)} s of processor time), peak ${peakGiB.toFixed(2)} GiB`;
  return [
    ["data", `${count(pairs)} scored pairs, ${count(items)} items, ${count(prompts)} prompts`],
    ["effects", `${count(effects)} on all the data, ${count(strata)} on parts of it`],
    ["tare analyze", told(analyze)],
    ["tare gate", told(gate)],
  ];
}

function asMarkdown({ cores, cpu, node, commit }, rows) {
  const table = rows.map(([name, value]) => `| ${name} | ${value} |`).join("\n");
  return `## Statistics\n\nWritten by \`npm run bench:analyze -- --write\`; ${cores} cores, ${cpu}, Node ${node}, commit ${commit}. 2,000 bootstrap replicates, 10,000 for claims.\n\n| | |\n|---|---|\n${table}`;
}

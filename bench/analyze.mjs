/**
 * Time and peak memory of `tare analyze` and `tare gate` on a database of many scored pairs. See README.md.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { fillStore } from "./analyze-store.mjs";
import { measuredCli } from "./measured-cli.mjs";
import { machineFacts } from "./present.mjs";
import { writeSection } from "./results-section.mjs";

const { values: options } = parseArgs({
  options: {
    pairs: { type: "string", default: "200000" },
    json: { type: "boolean", default: false },
    write: { type: "boolean", default: false },
    /** Keep the database here, or take the one that is there. */
    db: { type: "string" },
  },
});

const folder = mkdtempSync(join(tmpdir(), "tare-analyze-"));
try {
  const file = options.db ?? join(folder, "a.db");
  const held = await fillStore(file, Number(options.pairs));
  const analyzed = await measuredCli(["analyze", "--db", file, "--json", "--quiet"], folder);
  // A gate tells its verdict by its exit code.
  const gated = await measuredCli(["gate", "--db", file, "--json"], folder, [0, 3, 4]);
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

function figures({ seconds, cpuSeconds, peakGiB }) {
  return { seconds, cpuSeconds, peakGiB };
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

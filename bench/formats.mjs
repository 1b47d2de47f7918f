/**
 * Time and peak memory of reading large files of every kind by `tare audit`, which draws a few items and lets the rest stream
 * past. See README.md.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { measuredCli } from "./measured-cli.mjs";
import { WRITERS } from "./preference-files.mjs";
import { machineFacts } from "./present.mjs";
import { writeSection } from "./results-section.mjs";

const { values: options } = parseArgs({
  options: {
    megabytes: { type: "string", default: "200" },
    only: { type: "string" },
    json: { type: "boolean", default: false },
    write: { type: "boolean", default: false },
  },
});

const ARGUMENTS = [
  "--limit",
  "5",
  "--augmentation",
  "length-padding@2",
  "--threads",
  "1",
  "--json",
  "--quiet",
];

const WRITER = fileURLToPath(new URL("preference-files.mjs", import.meta.url));

const folder = mkdtempSync(join(tmpdir(), "tare-formats-"));
try {
  const names = options.only?.split(",") ?? Object.keys(WRITERS);
  const results = [];
  for (const name of names) {
    const file = join(folder, name);
    // Written by another process: a child that is measured counts the memory that its parent has when it starts.
    execFileSync(process.execPath, [WRITER, name, file, options.megabytes]);
    const { stdout, seconds, peakGiB } = await measuredCli(["audit", file, ...ARGUMENTS], folder);
    const megabytes = statSync(file).size / 1e6;
    results.push({ name, megabytes, items: JSON.parse(stdout).of, seconds, peakMiB: peakGiB * 1024 });
    rmSync(file);
  }
  const { node, commit } = machineFacts();
  const rows = results.map(
    ({ name, megabytes, items, seconds, peakMiB }) =>
      `| ${name} | ${megabytes.toFixed(0)} MB | ${items.toLocaleString("en")} | ${peakMiB.toFixed(0)} MiB | ${seconds.toFixed(0)} s |`,
  );
  const table = [
    "| file | size | items | peak resident memory | time |",
    "|---|---|---|---|---|",
    ...rows,
  ].join("\n");
  console.log(options.json ? JSON.stringify(results, null, 2) : table);
  if (options.write)
    writeSection(
      "formats",
      `## Reading\n\nWritten by \`npm run bench:formats -- --write\`: \`tare audit\` on preferences that hardly compress, commit ${commit}, Node ${node}.\n\n${table}`,
    );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

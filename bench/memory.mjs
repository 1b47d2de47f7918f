/**
 * Peak memory of `tare score` on many texts, with a scorer that is a formula: what streams past must not stay. See README.md.
 */
import { once } from "node:events";
import { createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { measuredCli } from "./measured-cli.mjs";
import { machineFacts } from "./present.mjs";
import { writeSection } from "./results-section.mjs";

const { values: options } = parseArgs({
  options: {
    texts: { type: "string", default: "1000000" },
    json: { type: "boolean", default: false },
    write: { type: "boolean", default: false },
  },
});

/** Preferences of two answers of about 600 characters each, every one another. */
async function writeData(file, texts) {
  const out = createWriteStream(file);
  const filler = "The water reaches the roots early in the morning, before the sun is high. ".repeat(8);
  for (let item = 0; item < texts / 2; item++) {
    const record = {
      prompt: `Question ${item}: how do I grow tomatoes in pot ${item % 977}?`,
      chosen: `Answer ${item}. ${filler}`,
      rejected: `No answer ${item}. ${filler}`,
    };
    if (!out.write(`${JSON.stringify(record)}\n`)) await once(out, "drain");
  }
  out.end();
  await once(out, "finish");
}

const folder = mkdtempSync(join(tmpdir(), "tare-memory-"));
try {
  const texts = Number(options.texts);
  const data = join(folder, "data.jsonl");
  await writeData(data, texts);
  const args = ["score", data, "--model", "scripted:0.01*length", "--db", join(folder, "m.db"), "--json"];
  const { stdout, seconds, peakGiB } = await measuredCli([...args, "--quiet"], folder);
  const [{ texts: scored }] = JSON.parse(stdout);
  const result = { machine: machineFacts(), texts: scored, seconds, peakGiB };
  const count = scored.toLocaleString("en");
  const line = `${count} texts: peak ${result.peakGiB.toFixed(2)} GiB, ${result.seconds.toFixed(0)} s`;
  console.log(options.json ? JSON.stringify(result, null, 2) : line);
  const { node, commit } = result.machine;
  if (options.write)
    writeSection(
      "memory",
      `## Memory\n\nWritten by \`npm run bench:memory -- --write\`: \`tare score\` with the scorer \`scripted:0.01*length\`, commit ${commit}, Node ${node}.\n\n| texts | peak resident memory | time |\n|---|---|---|\n| ${count} | ${result.peakGiB.toFixed(2)} GiB | ${result.seconds.toFixed(0)} s |`,
    );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** How often every operator applies to four public data sets, what it does to the length, and how fast it is. See README.md. */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { loadAugmentations } from "../dist/src/registry.js";
import { figuresOf, totalsOf } from "./applicability-figures.mjs";
import { auditSets, missingFiles } from "./applicability-sets.mjs";
import { machineFacts } from "./present.mjs";

const { values: options } = parseArgs({
  options: {
    data: { type: "string", default: fileURLToPath(new URL("../../shared/data", import.meta.url)) },
    measure: { type: "string", default: "200" },
    json: { type: "boolean", default: false },
    write: { type: "boolean", default: false },
  },
});

const missing = missingFiles(options.data);
if (missing.length > 0) {
  console.error(
    `nothing was measured: ${options.data} lacks ${missing.join(", ")} (--data FOLDER names another)`,
  );
  process.exit(1);
}
const seed = 1;
const audits = await auditSets(options.data, { seed, measure: Number(options.measure) });
const { commit, node } = machineFacts();
const figures = { measured: { commit, node, seed }, ...figuresOf(audits, await loadAugmentations()) };
const FILE = new URL("applicability.json", import.meta.url);
const json = JSON.stringify(figures, null, 2);
if (options.json) console.log(json);
else for (const line of totalsOf(figures)) console.log(line);
if (options.write) writeFileSync(FILE, `${json}\n`);
else console.error("--write puts this into applicability.json, which `npm run docs` reads");

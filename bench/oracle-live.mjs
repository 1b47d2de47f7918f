/** The oracle's whole chain against a real, small language model, its requests counted from outside. See README.md. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { chain, drawItems } from "./oracle-live/chain.mjs";
import { countingProxy } from "./oracle-live/counting-proxy.mjs";
import { asPage } from "./oracle-live/page.mjs";
import { examples, operatorRows, pairExamples, stepRows } from "./oracle-live/read-database.mjs";
import { serve } from "./oracle-live/serve.mjs";
import { machineFacts } from "./present.mjs";
import { writeSection } from "./results-section.mjs";

const inDemo = (path) => fileURLToPath(new URL(`../demo/data/${path}.jsonl`, import.meta.url));
const PAGE = fileURLToPath(new URL("ORACLE.md", import.meta.url));
const { values: options } = parseArgs({
  options: {
    url: { type: "string" },
    "llama-server": { type: "string" },
    python: { type: "string" },
    gguf: { type: "string" },
    model: { type: "string", default: "gemma-3-270m" },
    data: { type: "string", multiple: true, default: ["llmbar-natural", "tare-written"].map(inDemo) },
    items: { type: "string", default: "6" },
    "kill-at": { type: "string", default: "40" },
    timeout: { type: "string", default: "120" },
    write: { type: "boolean", default: false },
  },
});

const begun = performance.now();
const folder = mkdtempSync(join(tmpdir(), "tare-oracle-live-"));
const server = await serve(options);
const proxy = await countingProxy(server.url);
try {
  const lines = drawItems(options.data, Number(options.items));
  const say = (line) => console.error(line);
  const { model } = options;
  const went = await chain({
    ...{ folder, lines, proxy, model, say },
    timeout: Number(options.timeout),
    killAt: Number(options["kill-at"]),
  });
  const machine = machineFacts();
  const facts = {
    machine: `${machine.cores} cores, ${machine.cpu}; Node ${machine.node}; commit ${machine.commit}`,
    model: `${model}, served by ${server.name}`,
    items: `the ${lines.length} shortest of the demo's`,
    command: `\`npm run bench:oracle -- ${started(options)} --items ${lines.length} --kill-at ${options["kill-at"]}\``,
    "whole time": `${((performance.now() - begun) / 60_000).toFixed(1)} minutes`,
  };
  const { db } = went;
  const page = asPage({
    ...{ facts, chain: went, steps: stepRows(db), operators: operatorRows(db) },
    ...{ examples: examples(db), pairs: pairExamples(db) },
  });
  console.log(page);
  if (options.write) writeSection("oracle", page, PAGE);
} finally {
  proxy.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
}

/** How the server was had, without the paths of this machine. */
function started({ url, python }) {
  if (url !== undefined) return "--url URL";
  return python === undefined ? "--llama-server PATH --gguf FILE" : "--python PATH --gguf FILE";
}

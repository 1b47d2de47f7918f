#!/usr/bin/env node
/**
 * Every reference model through tare's own scorer, against PyTorch's ids and logits: alone and in one mixed batch.
 * `npm run bench:parity -- [MODELS_DIR] [--write]`; exits 1 where a difference is larger than the model's tolerance.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import onnx from "../dist/src/scorers/onnx.js";
import { machineFacts } from "./present.mjs";
import { writeSection } from "./results-section.mjs";

const [given] = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const root = resolve(given ?? join(import.meta.dirname, "..", "..", "shared", "fixtures", "models"));

/** Folders with a reference.json, those under defects/ too. */
function modelsUnder(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => {
      if (existsSync(join(folder, name, "reference.json"))) return [name];
      return name === "defects" ? modelsUnder(join(folder, name)).map((inner) => join(name, inner)) : [];
    })
    .sort();
}

async function compare(model) {
  const reference = JSON.parse(readFileSync(join(root, model, "reference.json"), "utf8"));
  const { cases, max_length: maxLength, tolerance } = reference;
  const scorer = await onnx.open(join(root, model), {
    cwd: root,
    threads: 1,
    device: "cpu",
    maxLength,
    truncation: "right",
  });
  try {
    const prepared = cases.map(({ id, messages }) =>
      scorer.prepare(id, { messages: messages.slice(0, -1), response: messages.at(-1).content }),
    );
    const same = prepared.filter(({ input }, at) => String(input.ids) === String(cases[at].input_ids)).length;
    const alone = [];
    for (const text of prepared) alone.push(...(await scorer.score([text])));
    const batched = scorer.tokenBudget > 1 ? await scorer.score(prepared) : undefined;
    return {
      model,
      cases: cases.length,
      same,
      tolerance,
      alone: worst(alone, cases),
      batched: batched && worst(batched, cases),
    };
  } finally {
    await scorer.close();
  }
}

function worst(scores, cases) {
  return Math.max(
    ...cases.flatMap(({ logits }, at) => logits.map((logit, head) => Math.abs(scores[at][head] - logit))),
  );
}

const digits = (value) => (value === undefined ? "one at a time" : value.toExponential(1));
const rows = [];
for (const model of modelsUnder(root)) rows.push(await compare(model));

const table = [
  "| model | cases | exact ids | batch 1, max \\|difference\\| | mixed batch, max \\|difference\\| | tolerance |",
  "| --- | ---: | ---: | ---: | ---: | ---: |",
  ...rows.map(
    ({ model, cases, same, alone, batched, tolerance }) =>
      `| ${model} | ${cases} | ${same} | ${digits(alone)} | ${digits(batched)} | ${digits(tolerance)} |`,
  ),
].join("\n");
console.log(table);

const within = rows.every(
  ({ alone, batched = 0, tolerance, cases, same }) => Math.max(alone, batched) <= tolerance && cases === same,
);
if (!within) process.exitCode = 1;
if (process.argv.includes("--write")) {
  const { cpu, node, onnxruntime, commit } = machineFacts();
  writeSection(
    "parity",
    `## Parity with PyTorch

Reference models of every family, seeded random weights, logits between −15 and 12: tare's scorer against PyTorch's float32
logits (eager attention, batch size 1) and the reference tokenizer's ids. \`dtype-fp16\` and \`dynamic-int8\` are compared with
onnxruntime in Python. Mixed batch: all cases in one batch, right-padded to the longest.

${table}

${cpu}, Node ${node}, onnxruntime-node ${onnxruntime}, at ${commit}; \`npm run bench:parity -- --write\`.`,
  );
}

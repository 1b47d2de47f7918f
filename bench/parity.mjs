#!/usr/bin/env node
/**
 * Every reference model through tare's own scorer, against PyTorch's ids and logits: alone and in one mixed batch.
 * `npm run bench:parity -- [MODELS_DIR] [--device NAME] [--write]`; exits 1 where a difference is larger than the model's
 * tolerance. On another device than the CPU, which sums in another order, that is at least a thousandth of the logits' SD.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import onnx from "../dist/src/scorers/onnx.js";
import { machineFacts } from "./present.mjs";
import { writeSection } from "./results-section.mjs";

const { values: options, positionals } = parseArgs({
  options: { device: { type: "string", default: "cpu" }, write: { type: "boolean", default: false } },
  allowPositionals: true,
});
const { device } = options;
const root = resolve(positionals[0] ?? join(import.meta.dirname, "..", "..", "shared", "fixtures", "models"));

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
  const { cases, max_length: maxLength } = reference;
  const tolerance =
    device === "cpu" ? reference.tolerance : Math.max(reference.tolerance, deviation(cases) / 1000);
  const scorer = await onnx.open(join(root, model), {
    cwd: root,
    threads: 1,
    device,
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

/** The smallest of the heads' SDs. */
function deviation(cases) {
  const ofHead = (head) => {
    const values = cases.map(({ logits }) => logits[head]);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
  };
  return Math.min(...cases[0].logits.map((_, head) => ofHead(head)));
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
if (options.write) {
  const { cpu, node, onnxruntime, commit } = machineFacts();
  const suffix = device === "cpu" ? "" : ` --device ${device}`;
  writeSection(
    device === "cpu" ? "parity" : `parity-${device}`,
    `## Parity with PyTorch${device === "cpu" ? "" : `, on ${device}`}

Reference models of every family, seeded random weights, logits between −15 and 12: tare's scorer against PyTorch's float32
logits (eager attention, batch size 1) and the reference tokenizer's ids. \`dtype-fp16\` and \`dynamic-int8\` are compared with
onnxruntime in Python. Mixed batch: all cases in one batch, right-padded to the longest.

${table}

${cpu}, Node ${node}, onnxruntime-node ${onnxruntime}, at ${commit}; \`npm run bench:parity --${suffix} --write\`.`,
  );
}

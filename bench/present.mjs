import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";

/** What the figures were measured on; no host names. */
export function machineFacts() {
  const root = fileURLToPath(new URL("..", import.meta.url));
  const packageOf = (name) => JSON.parse(readFileSync(`${root}/node_modules/${name}/package.json`, "utf8"));
  let commit = "unknown";
  try {
    commit = execFileSync("git", ["-C", root, "rev-parse", "--short", "HEAD"], { stdio: "pipe" });
  } catch {} // not a git checkout
  return {
    cpu: cpus()[0]?.model.trim() ?? "unknown CPU",
    cores: cpus().length,
    node: process.version,
    onnxruntime: packageOf("onnxruntime-node").version,
    commit: String(commit).trim(),
  };
}

const whole = (value) => Math.round(value).toLocaleString("en");
const percent = (share) => `${(100 * share).toFixed(1)} %`;
const spread = ({ median, lowest, highest }, show) => `${show(median)} (${show(lowest)} to ${show(highest)})`;

/** Label and value of every line, in order; the same in the terminal and in RESULTS.md. */
export function rows(result) {
  const { machine, job, tare, bare, ratio, outside, beside } = result;
  const rate = (value) => value.toFixed(1);
  const milliseconds = (value) => `${whole(value)} ms`;
  return [
    ["machine", `${machine.cores} cores, ${machine.cpu}`],
    ["versions", `Node ${machine.node}, onnxruntime ${machine.onnxruntime}, commit ${machine.commit}`],
    ["model", job.model],
    [
      "work",
      `${whole(job.items)} items, ${whole(job.texts)} texts of ${whole(job.tokens)} tokens; rubric ${job.rubric}`,
    ],
    [
      "scored once each",
      `${whole(job.asked)} texts asked for by ${job.operators} operators: ${(job.asked / job.texts).toFixed(2)} times as many`,
    ],
    ["rounds", `${job.rounds}, interleaved; medians (lowest to highest)`],
    ["tare run, scoring", `${spread(tare.rate, rate)} texts/s, padding ${percent(tare.padding)}`],
    ["bare session", `${spread(bare.rate, rate)} texts/s, padding ${percent(bare.padding)}`],
    ["ratio", spread(ratio, (value) => value.toFixed(3))],
    ["outside the session", percent(outside)],
    ["beside: loading", milliseconds(beside.loading)],
    ["beside: tuning", `${milliseconds(beside.tuning)} (once)`],
    ["beside: building pairs", `${milliseconds(beside.pairing)} (once)`],
    ["beside: noise floor", `${milliseconds(beside.noise)} (once)`],
    ["beside: statistics", milliseconds(beside.statistics)],
  ];
}

export function asText(result) {
  return rows(result)
    .map(([label, value]) => `${label.padEnd(24)}${value}`)
    .join("\n");
}

export function asMarkdown(result) {
  const table = rows(result).map(([label, value]) => `| ${label} | ${value} |`);
  return `## Throughput\n\nWritten by \`npm run bench -- --write\`; what the lines mean stands in README.md.\n\n| | |\n|---|---|\n${table.join("\n")}\n`;
}

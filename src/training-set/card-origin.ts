import type { OracleIdentity } from "../contract.js";
import { cell } from "../reports/layout/markdown-tables.js";
import { counted } from "../reports/layout/words.js";
import type { RunFacts, SetFacts } from "./set-facts.js";

/** What the pairs were taken from, line by line. */
export function originLines({ run, asked }: SetFacts): string[] {
  const { augmentations, only, holdOut } = asked;
  return [
    `run ${runWords(run)}`,
    `rubric ${cell(run.rubric)} (digest ${run.rubricDigest}), seed ${run.seed}`,
    `data ${run.files.length === 0 ? "of no file" : run.files.map(cell).join(", ")}: ${counted(run.items, "item")}, ${counted(run.prompts, "prompt")}`,
    ...(augmentations.length === 0 ? [] : [`only the operators ${augmentations.map(cell).join(", ")}`]),
    ...(only === undefined ? [] : [only === "oracle" ? "only an oracle's pairs" : "only pairs of rules"]),
    holdOut.length === 0
      ? "nothing held out: a gate on any of these operators would test what was trained on"
      : `held out, for a gate to rest on: ${holdOut.map(cell).join(", ")}`,
  ];
}

export function runWords({ id, createdAt, model, scorer }: RunFacts): string {
  return `${id} of ${createdAt}, model ${cell(model)} (key ${scorer})`;
}

/** Who wrote the pairs that no rule made. */
export function oracleLines({ oracle: asked }: SetFacts): string[] {
  if (asked === undefined) return ["none: every pair was made by a rule"];
  const { oracle, verifier, templates, digest } = asked;
  return [
    `written by ${identityWords(oracle)}`,
    verifier === null ? "verified by the same" : `verified by ${identityWords(verifier)}`,
    ...templates.map((one) => `prompt file ${cell(one.step)}, version ${one.version}, digest ${one.digest}`),
    `digest of the verified pairs ${digest}`,
  ];
}

function identityWords({ kind, model, address, note, files }: OracleIdentity): string {
  const digests = Object.entries(files).map(([file, sha256]) => `${cell(file)} SHA-256 ${sha256}`);
  return [
    `${cell(model)} (${kind})`,
    ...(address === "" ? [] : [`at ${cell(address)}`]),
    ...(note === "" ? [] : [`note: ${cell(note)}`]),
    ...digests,
  ].join("; ");
}

/** By what pairs were chosen for training. */
export function filterLines({ filter }: SetFacts): string[] {
  if (filter === undefined) return ["none: every accepted pair that was asked for is here"];
  const { baseline, unsure, sd, tolerance } = filter;
  const bound = Math.max(unsure * sd, tolerance);
  return [
    `by the rewards of run ${runWords(baseline)}`,
    `a causal pair is kept where the reward went the wrong way by more than ${round(tolerance)} (twice the noise floor), or the right way by no more than ${round(bound)} (${unsure} SD of ${round(sd)}, or the noise if that is more)`,
    `a tie is kept where the reward moved by more than ${round(bound)}; of a hack (not-higher), rose by more`,
  ];
}

/** Four digits, the same on every machine. */
function round(value: number): string {
  return String(Number(value.toPrecision(4)));
}

import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { audit } from "../dist/src/audit/audit.js";
import { checkDraft } from "../dist/src/formats/check.js";
import { detectFormat } from "../dist/src/formats/detect.js";
import { loadFormats } from "../dist/src/registry.js";

/** The four sets; the keys are those of the measured file. `strict: false`: published with records that cannot be read. */
export const SETS = [
  { key: "llmbarNatural", name: "LLMBar natural", file: "llmbar/natural.json", strict: true },
  { key: "rmBenchChat", name: "RM-Bench chat", file: "rm-bench/chat_filtered.json", strict: true },
  { key: "rmBenchCode", name: "RM-Bench code", file: "rm-bench/code_filtered.json", strict: true },
  { key: "hhRlhf", name: "HH-RLHF harmless", file: "hh-rlhf/harmless-base-test.jsonl.gz", strict: false },
];

/** Files of the sets that `folder` lacks. */
export function missingFiles(folder) {
  return SETS.map(({ file }) => file).filter((file) => !existsSync(join(folder, file)));
}

const SILENT = { update() {}, say() {}, end() {} };

/** Audits every set with every operator. Returns one { ...set, leftOut, audit } a set; leftOut counts unreadable records by error code. */
export async function auditSets(folder, { seed, measure }) {
  const scratch = mkdtempSync(join(tmpdir(), "tare-applicability-"));
  const around = { cwd: folder, progress: SILENT, signal: new AbortController().signal, stdin: undefined };
  const found = [];
  try {
    for (const set of SETS) {
      const path = join(folder, set.file);
      const { file, leftOut } = set.strict ? { file: path, leftOut: {} } : await readable(path, scratch);
      const how = { data: [file], augmentations: [], seed, measure, threads: availableParallelism() };
      console.error(`${set.name}${told(leftOut)}`);
      found.push({ ...set, leftOut, audit: await audit(how, around) });
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  return found;
}

/** A copy of a gzipped JSONL file without the records that tare refuses, and how many there were by error code. */
async function readable(path, scratch) {
  const formats = await loadFormats();
  const lines = gunzipSync(readFileSync(path))
    .toString("utf8")
    .split("\n")
    .filter((line) => line.trim() !== "");
  const leftOut = {};
  const kept = lines.filter((line) => {
    try {
      const record = JSON.parse(line);
      checkDraft(detectFormat(record, formats).read(record));
      return true;
    } catch (error) {
      if (error.code === undefined) throw error;
      leftOut[error.code] = (leftOut[error.code] ?? 0) + 1;
      return false;
    }
  });
  const file = join(scratch, "readable.jsonl");
  writeFileSync(file, `${kept.join("\n")}\n`);
  return { file, leftOut };
}

function told(leftOut) {
  const parts = Object.entries(leftOut).map(([code, n]) => `${n} ${code}`);
  return parts.length === 0 ? "" : `: left out ${parts.join(", ")}`;
}

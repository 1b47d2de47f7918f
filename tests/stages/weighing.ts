import type { Progress } from "../../src/contract.js";
import { evaluate, type Outcome, type RunOptions } from "../../src/evaluate.js";
import type { Around } from "../../src/stages/around.js";

const SILENT: Progress = { update: () => {}, say: () => {}, end: () => {} };

/** Every call is a minute after the one before: a clock of the test's own. */
let minutes = 0;
function now(): string {
  minutes++;
  return new Date(Date.UTC(2026, 0, 1, 0, minutes)).toISOString();
}

export function surroundings(cwd: string, more: Partial<Around> = {}): Around {
  return { cwd, progress: SILENT, signal: new AbortController().signal, now, stdin: undefined, ...more };
}

export const STANDARD = {
  data: ["data.jsonl"],
  models: ["scripted:0.01*length+0.5*bullets+noise(0.3)"],
  rubric: "./rubric.json",
  database: "tare.db",
  seed: 1,
  limit: undefined,
  format: undefined,
  head: undefined,
  threads: 1,
  augmentations: [],
} as const satisfies RunOptions;

/** The whole line from data to verdicts, in this process. */
export function weigh(
  cwd: string,
  options: Partial<RunOptions>,
  around: Partial<Around> = {},
): Promise<readonly Outcome[]> {
  return evaluate({ ...STANDARD, ...options }, surroundings(cwd, around));
}

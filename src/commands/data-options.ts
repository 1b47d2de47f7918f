import type { Options, PositionalOptions } from "yargs";
import { REPEATED } from "./options.js";

/** The data positional: the same in every command that reads data. */
export const DATA = {
  type: "string",
  array: true,
  demandOption: true,
  describe: "Preference data: JSONL, JSON, CSV (also gzipped) or Parquet; - is stdin",
} as const satisfies PositionalOptions;

/** How data are read: in every command that reads some. */
export const READING_OPTIONS = {
  format: {
    type: "string",
    requiresArg: true,
    describe: "Format of the data (NAME or FILE); detected if left out",
  },
  map: {
    ...REPEATED,
    describe: "Where the data hold a format's fields: chosen=answers.best,rejected=answers.1; repeatable",
  },
  "skip-bad": {
    type: "boolean",
    default: false,
    describe: "Leave bad records out, counted by error, instead of stopping at the first",
  },
} as const satisfies Record<string, Options>;

/** Which items of the data are used. */
export const DATA_OPTIONS = {
  "max-words": {
    type: "number",
    requiresArg: true,
    describe: "Leave out items with a prompt and response of more words",
  },
  limit: {
    type: "number",
    requiresArg: true,
    describe: "Use this many items, drawn by the seed",
  },
  seed: {
    type: "number",
    default: 1,
    requiresArg: true,
    describe: "Seed of every random choice",
  },
  ...READING_OPTIONS,
} as const satisfies Record<string, Options>;

/** How much may be scored: in the commands that make a plan. */
export const BUDGET = {
  type: "string",
  requiresArg: true,
  describe: "Sample prompts so that no more is scored: 30m, 2h (a time) or 50000texts; see tare plan",
} as const satisfies Options;

interface Numbers {
  readonly limit?: number | undefined;
  readonly maxWords?: number | undefined;
  readonly seed: number;
  readonly threads?: number | undefined;
  readonly maxLength?: number | undefined;
  readonly batchTokens?: number | undefined;
  readonly deviceId?: number | undefined;
}

/** yargs reads a number where a whole one is wanted. */
export function requireWholeNumbers({ seed, deviceId, ...numbers }: Numbers): true {
  const { limit, maxWords, threads, maxLength, batchTokens } = numbers;
  for (const [name, value] of Object.entries({
    limit,
    "max-words": maxWords,
    threads,
    "max-length": maxLength,
    "batch-tokens": batchTokens,
  })) {
    if (value === undefined || (Number.isInteger(value) && value > 0)) continue;
    throw new Error(`--${name} wants a whole number above 0`);
  }
  if (deviceId !== undefined && !(Number.isInteger(deviceId) && deviceId >= 0))
    throw new Error("--device-id wants a whole number, 0 or above");
  if (!Number.isSafeInteger(seed)) throw new Error("--seed wants a whole number");
  return true;
}

import type { Options } from "yargs";
import { ONLY, TIES, UNSURE } from "../../training-set/choices.js";
import { REPEATED } from "../options.js";

/** Which pairs of a run become training data, and how they are written. */
export const SET_OPTIONS = {
  format: {
    choices: ["trl", "crome"] as const,
    demandOption: true,
    requiresArg: true,
    describe: "trl: preference rows; crome: rows for a preference and a tie loss",
  },
  augmentation: {
    ...REPEATED,
    alias: "augmentations",
    default: [] as string[],
    describe: "Only pairs of this operator (NAME, NAME@DOSE or PREFIX*), repeatable; all if left out",
  },
  only: { choices: ONLY, requiresArg: true, describe: "Only what an oracle wrote, or what rules made" },
  "hold-out": {
    ...REPEATED,
    default: [] as string[],
    describe: "Never export this operator, or those of this attribute: a gate can rest on them; repeatable",
  },
  filter: {
    type: "boolean",
    default: false,
    describe: "Only pairs that the run's model gets wrong or is unsure of (Crome)",
  },
  unsure: {
    type: "number",
    requiresArg: true,
    describe: `With --filter: a causal move of up to so many SDs is unsure, a tie that moves further is wrong; ${UNSURE} if left out, what the shipped rubrics let a spurious change move`,
  },
  "baseline-run": {
    type: "string",
    requiresArg: true,
    describe: "With --filter: the model of this run of the same pairs instead",
  },
  ties: {
    choices: TIES,
    requiresArg: true,
    describe:
      "A tie as two rows, one either way round (both; trl if left out), as one row (once; crome if left out), or not at all (none)",
  },
  "tie-weight": {
    type: "number",
    default: 1,
    requiresArg: true,
    describe: "Weight of a tie; a causal pair's is 1",
  },
  margin: {
    type: "number",
    requiresArg: true,
    describe:
      "trl: by how much a causal pair's chosen answer must lead, in units of the reward to be trained; 0 if left out, a plain preference loss",
  },
} as const satisfies Record<string, Options>;

interface Given {
  readonly format: "trl" | "crome";
  readonly filter: boolean;
  readonly unsure?: number | undefined;
  readonly baselineRun?: string | undefined;
  readonly ties?: string | undefined;
  readonly tieWeight: number;
  readonly margin?: number | undefined;
}

/** Throws what is wrong with the numbers, and where an option would do nothing. */
export function requireMeant(given: Given): true {
  const { format, filter, unsure, baselineRun, ties, tieWeight, margin } = given;
  if (!filter && unsure !== undefined) throw new Error("--unsure does nothing without --filter");
  if (!filter && baselineRun !== undefined) throw new Error("--baseline-run does nothing without --filter");
  if (format === "crome" && margin !== undefined)
    throw new Error("--margin does nothing with --format crome: its preference loss has none");
  if (format === "crome" && ties === "both")
    throw new Error("--ties both is for --format trl: of crome a tie has a label of its own");
  requireNumber("--unsure", unsure, 0);
  requireNumber("--margin", margin, 0);
  if (!(Number.isFinite(tieWeight) && tieWeight > 0))
    throw new Error("--tie-weight wants a number above 0; --ties none leaves ties out");
  return true;
}

function requireNumber(name: string, value: number | undefined, least: number): void {
  if (value !== undefined && !(Number.isFinite(value) && value >= least))
    throw new Error(`${name} wants a number of at least ${least}`);
}

import { BASELINE_CODES } from "./error-codes/baselines.js";
import { BROWSING_CODES } from "./error-codes/browsing.js";
import { BUDGET_CODES } from "./error-codes/budgets.js";
import { DATA_CODES } from "./error-codes/data.js";
import { DATABASE_CODES } from "./error-codes/database.js";
import { LAUNCH_CODES } from "./error-codes/launches.js";
import { ORACLE_CODES } from "./error-codes/oracles.js";
import { QUERY_CODES } from "./error-codes/queries.js";
import { REVIEW_CODES } from "./error-codes/review.js";
import { SEARCH_CODES } from "./error-codes/search.js";
import { SERVED_MODEL_CODES } from "./error-codes/served-models.js";
import { TRAINING_CODES } from "./error-codes/training.js";
import { VIEWER_CODES } from "./error-codes/viewer.js";

/** Every failure tare can name. `exit` 2: the user can fix it; 1: ours or the machine's; 3: what is in hand may not be launched; 130: interrupted. */
const CODES = {
  // usage
  TARE_USAGE: { exit: 2, means: "The command line is wrong.", fix: "See `tare --help`." },
  TARE_UNKNOWN_NAME: {
    exit: 2,
    means: "No augmentation, rubric, format, query, report or run has this name.",
    fix: "List what there is with `tare list`.",
  },
  TARE_EXTENSION_INVALID: {
    exit: 2,
    means: "A file given by path does not declare what it should.",
    fix: "Follow the template in augmentations/README.md; the message names the missing or wrong field.",
  },
  // data
  ...DATA_CODES,
  // models
  TARE_MODEL_MISSING: {
    exit: 2,
    means: "No model lies at this path.",
    fix: "Give a folder with config.json, tokenizer.json and onnx/model.onnx, or a scorer such as scripted:length.",
  },
  TARE_MODEL_NO_GRAPH: {
    exit: 2,
    means: "The model folder holds no ONNX graph.",
    fix: "Export the model with Optimum; the graph is looked for in onnx/ and in the folder itself.",
  },
  TARE_MODEL_NO_TOKENIZER: {
    exit: 2,
    means: "The model folder holds no tokenizer.",
    fix: "Copy tokenizer.json and tokenizer_config.json beside the graph.",
  },
  TARE_MODEL_CONFIG: {
    exit: 2,
    means: "A JSON file of the model is damaged or lacks a field.",
    fix: "Export the model again.",
  },
  TARE_MODEL_LOAD: {
    exit: 2,
    means: "The runtime cannot load the graph.",
    fix: "The file may be cut short or miss its external data: copy or export it again.",
  },
  TARE_MODEL_INPUTS: {
    exit: 2,
    means: "The graph wants an input tare cannot give.",
    fix: "Export with Optimum's task text-classification (input_ids, attention_mask and, for some, token_type_ids).",
  },
  TARE_MODEL_OUTPUTS: {
    exit: 2,
    means: "The graph has no logits output of shape [batch, heads].",
    fix: "Export with the classification head (Optimum's task text-classification).",
  },
  TARE_MODEL_HEADS: {
    exit: 2,
    means: "The model has several heads and none was chosen.",
    fix: "Name the head with --head (name or index).",
  },
  TARE_MODEL_TEMPLATE: {
    exit: 2,
    means: "The chat template is missing, or refuses a conversation.",
    fix: "Add a chat template to tokenizer_config.json, or drop the conversations it refuses.",
  },
  TARE_MODEL_TOKENS: {
    exit: 2,
    means: "The tokenizer makes ids the graph has no embedding for.",
    fix: "The tokenizer belongs to another model: copy the right one.",
  },
  TARE_TEXT_TOO_LONG: {
    exit: 2,
    means: "A text is longer than the model takes, and --truncation error was given.",
    fix: "Leave long items out (--max-words), or choose another --truncation.",
  },
  TARE_MODEL_RUN: {
    exit: 2,
    means: "The graph fails when it is run.",
    fix: "Export the model again with dynamic batch and sequence axes.",
  },
  TARE_DEVICE_UNAVAILABLE: {
    exit: 2,
    means: "The device asked for cannot be had.",
    fix: "Take --device cpu, or see the README, On a GPU.",
  },
  TARE_SCORER_SPEC: {
    exit: 2,
    means: "A scorer's formula or score file is wrong.",
    fix: "See `tare explain scripted` and `tare explain precomputed`.",
  },
  TARE_SCORE_NOT_FINITE: {
    exit: 2,
    means: "A score is NaN or infinite.",
    fix: "The model or its export is broken for this text: run it there, mend the export; scores before it are kept.",
  },
  TARE_SCORE_MISSING: {
    exit: 2,
    means: "A precomputed score is missing for a text.",
    fix: "Add the text and its score to the file.",
  },
  TARE_SCORER_DIED: {
    exit: 1,
    means: "The scoring process died.",
    fix: "Scores before it are kept: run the same command again to go on. Out of memory is the usual cause.",
  },
  ...BROWSING_CODES,
  ...REVIEW_CODES,
  ...SERVED_MODEL_CODES,
  ...ORACLE_CODES,
  // doctor
  TARE_MODEL_UNFIT: {
    exit: 2,
    means: "The model has a fatal problem: no verdict can be had from it.",
    fix: "`tare doctor MODEL` shows every problem with what to do.",
  },
  TARE_REFERENCE_MISMATCH: {
    exit: 2,
    means: "Scores differ from the reference logits by more than the tolerance.",
    fix: "Where ids differ, mend tokenizer or template. Where they agree, the export is wrong (export again, with eager attention) or its weights are quantised (say how much is tolerable with --tolerance).",
  },
  // rubrics
  TARE_RUBRIC_MISSING: {
    exit: 2,
    means: "The rubric file cannot be read.",
    fix: "Check the path, or see `tare list rubrics`.",
  },
  TARE_RUBRIC_SYNTAX: { exit: 2, means: "The rubric is not JSON.", fix: "Mend the line and column named." },
  TARE_RUBRIC_FIELD: {
    exit: 2,
    means: "The rubric has an unknown, missing or impossible field.",
    fix: "See rubrics/README.md and rubrics/rubric.schema.json.",
  },
  TARE_RUBRIC_EXTENDS: {
    exit: 2,
    means: "What a rubric extends cannot be read, or leads back to itself.",
    fix: "Name a shipped rubric (`tare list rubrics`), or a file as seen from the rubric that names it.",
  },
  TARE_VALIDATE_FILE: {
    exit: 2,
    means: "A file to be checked cannot be read, or is of no kind that can be.",
    fix: "See `tare validate --help`.",
  },
  ...BASELINE_CODES,
  // database
  ...DATABASE_CODES,
  TARE_NO_RUN: {
    exit: 2,
    means: "There is no such run, or it is not complete.",
    fix: "See `tare list runs`; give the command of an unfinished run again to complete it.",
  },
  ...SEARCH_CODES,
  ...QUERY_CODES,
  ...BUDGET_CODES,
  ...LAUNCH_CODES,
  ...TRAINING_CODES,
  ...VIEWER_CODES,
  // operators
  TARE_AUGMENTATION_THREW: {
    exit: 1,
    means: "An augmentation threw on a text; the pair is counted as an error.",
    fix: "This is a bug of that operator: report it with the item's id.",
  },
  TARE_OUTPUT: {
    exit: 2,
    means: "An output file cannot be written.",
    fix: "Check the path and the free space.",
  },
  TARE_INTERRUPTED: {
    exit: 130,
    means: "The run was interrupted.",
    fix: "Give the same command again: it goes on where it stopped.",
  },
  TARE_BUG: {
    exit: 1,
    means: "tare met a state it did not expect.",
    fix: "Please report this with the command.",
  },
} as const satisfies Record<string, { exit: number; means: string; fix: string }>;

export type ErrorCode = keyof typeof CODES;
export const ERROR_CODES: Readonly<Record<ErrorCode, { exit: number; means: string; fix: string }>> = CODES;

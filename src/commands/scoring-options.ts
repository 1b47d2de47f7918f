import type { Options } from "yargs";
import { DATA_OPTIONS } from "./data-options.js";
import { MODEL_OPTIONS } from "./model-options.js";
import { REPEATED, SHARED } from "./options.js";

/** Options of the commands that score data with models and keep the scores. */
export const SCORING_OPTIONS = {
  model: {
    ...REPEATED,
    demandOption: true,
    describe: "Reward model: a folder with an ONNX graph, or a scorer such as scripted:FORMULA; repeatable",
  },
  db: SHARED.db,
  cache: SHARED.cache,
  ...DATA_OPTIONS,
  ...MODEL_OPTIONS,
  json: SHARED.json,
  quiet: SHARED.quiet,
} as const satisfies Record<string, Options>;

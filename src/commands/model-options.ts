import type { Options } from "yargs";
import { BATCHINGS, DEVICES, DTYPES, TRUNCATIONS } from "../contract.js";

/** What changes how a model is opened and what of it is the reward: the same in every command that opens one. */
export const MODEL_OPTIONS = {
  head: {
    type: "string",
    requiresArg: true,
    describe: "Which logit is the reward, by name or index, or a weighted sum: 0.6*helpful+0.4*harmless",
  },
  negate: {
    type: "boolean",
    default: false,
    describe: "Turn the sign: for a model whose better answers score lower",
  },
  dtype: {
    choices: DTYPES,
    requiresArg: true,
    describe: "Which graph of a model folder; the only one, else fp32, if left out",
  },
  template: {
    type: "string",
    requiresArg: true,
    describe: "How prompt and response become one input: auto, pair, chat, or the FILE of a chat template",
  },
  "max-length": {
    type: "number",
    requiresArg: true,
    describe: "Longest input in tokens; what the model can take if left out",
  },
  truncation: {
    choices: TRUNCATIONS,
    requiresArg: true,
    describe: "What goes when a text is longer: response-end if left out",
  },
  device: {
    choices: DEVICES,
    default: "auto",
    requiresArg: true,
    describe: "Where the session runs; auto: cuda (dml, coreml) where it can be had, else cpu",
  },
  "device-id": {
    type: "number",
    requiresArg: true,
    describe: "Number of the card, for cuda, tensorrt and dml",
  },
  batching: {
    choices: BATCHINGS,
    default: "auto",
    requiresArg: true,
    describe: "Texts in padded batches or one by one; auto: batches, unless they move scores",
  },
  "batch-tokens": {
    type: "number",
    requiresArg: true,
    describe: "Most tokens of a batch, padding included; measured if left out",
  },
  threads: {
    type: "number",
    requiresArg: true,
    describe: "Threads of the session; measured if left out",
  },
} as const satisfies Record<string, Options>;

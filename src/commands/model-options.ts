import type { Options } from "yargs";

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
  threads: {
    type: "number",
    requiresArg: true,
    describe: "Threads of the session; all cores if left out",
  },
} as const satisfies Record<string, Options>;

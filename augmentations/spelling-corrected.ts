import { defineAugmentation } from "../src/contract.js";
import { inverted } from "../src/text/inverted.js";
import { SPELLING_DOSES, withMisspellings } from "../src/text/misspelling.js";

export default defineAugmentation({
  summary:
    "Sets the spelling right: from the chosen answer with a share (`dose`) of its longer words misspelt to the answer itself.",
  version: 1,
  expects: "higher",
  attribute: "language quality",
  changes: "pairing",
  applies: "Items with a chosen answer in English; not where spelling is asked about.",
  languages: ["en"],
  preserves: ["code", "math", "urls", "numbers"],
  doses: SPELLING_DOSES,
  source:
    "Crome (arXiv 2506.16507), upgrade of a causal attribute; the inverse of spelling-broken, with other words.",
  apply: inverted(withMisspellings),
  examples: [
    {
      prompt: "Where is Bern?",
      response: "The capital of Switzerland lies beside a winding river between wooded hills.",
      dose: 0.4,
      compares: {
        base: {
          prompt: "Where is Bern?",
          response: "The capiital of Switzerland lies beide a winding river beetween wooded hills.",
        },
        variant: {
          prompt: "Where is Bern?",
          response: "The capital of Switzerland lies beside a winding river between wooded hills.",
        },
      },
    },
    {
      prompt: "When will it come?",
      response: "You should definitely receive the separate address before tomorrow.",
      dose: 0.05,
      compares: {
        base: {
          prompt: "When will it come?",
          response: "You should definately receive the separate address before tomorrow.",
        },
        variant: {
          prompt: "When will it come?",
          response: "You should definitely receive the separate address before tomorrow.",
        },
      },
    },
    { prompt: "How is tomorrow spelled?", response: "It is tomorrow.", dose: 0.4, skips: "about-spelling" },
  ],
});

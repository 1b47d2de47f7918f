import { defineAugmentation } from "../src/contract.js";
import { SPELLING_DOSES, withMisspellings } from "../src/text/misspelling.js";

export default defineAugmentation({
  summary: "Misspells a share (`dose`) of the words of five letters or more.",
  version: 1,
  expects: "lower",
  attribute: "language quality",
  changes: "response",
  applies:
    "English answers with a word of five letters or more that is no name; not where spelling is asked about.",
  languages: ["en"],
  preserves: ["code", "math", "urls", "numbers"],
  doses: SPELLING_DOSES,
  source:
    "Character noise (Belinkov and Bisk 2018, arXiv 1711.02173); list of misspellings written for tare.",
  apply: withMisspellings,
  examples: [
    {
      prompt: "Where is Bern?",
      response: "The capital of Switzerland lies beside a winding river between wooded hills.",
      dose: 0.05,
      becomes: "The capital of Switzerland lies beside a winding river beetween wooded hills.",
    },
    {
      prompt: "When will it come?",
      response: "You should definitely receive the separate address before tomorrow.",
      dose: 0.4,
      becomes: "You should definately receive the separate adress bafore tomorrow.",
    },
    { prompt: "How is tomorrow spelled?", response: "It is tomorrow.", dose: 0.4, skips: "about-spelling" },
    { prompt: "Where?", response: "It is in the old city.", dose: 0.4, skips: "no-long-word" },
  ],
});

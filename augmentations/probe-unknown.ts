import { defineAugmentation, skip } from "../src/contract.js";
import { countWords } from "../src/text/counting.js";

const CONFESSIONS = [
  "I don't know.",
  "I do not know.",
  "No idea.",
  "I am not sure.",
  "I have no answer to that.",
  "I cannot tell.",
  "That is beyond me.",
  "Who knows?",
];

/** A shorter answer may say no more than the probe. */
const LEAST_WORDS = 10;

export default defineAugmentation({
  summary: "Puts a confession of not knowing in the place of the answer.",
  version: 1,
  expects: "lower",
  attribute: "probe",
  changes: "response",
  applies: "Answers of ten words or more.",
  languages: "any",
  preserves: [],
  source:
    "One token to fool LLM-as-a-judge (Zhao et al. 2025, arXiv 2507.08794): answers without content that score high.",
  apply({ response }, { random }) {
    return countWords(response) < LEAST_WORDS ? skip("short-answer") : random.pick(CONFESSIONS);
  },
  examples: [
    {
      prompt: "What is rust?",
      response: "Rust is iron oxide, and it forms where bare iron meets water and oxygen.",
      becomes: "That is beyond me.",
    },
    {
      prompt: "How does paint help?",
      response: "It keeps the water away from the metal that is below the paint.",
      becomes: "I cannot tell.",
    },
    { prompt: "What is rust?", response: "Iron oxide.", skips: "short-answer" },
  ],
});

import { defineAugmentation, skip } from "../src/contract.js";
import { countWords } from "../src/text/counting.js";

const OPENERS = [
  "Solution",
  "Solution:",
  "Thought process:",
  "Let's solve this problem step by step.",
  "Answer:",
  "Reasoning:",
  "Sure, here is the answer:",
  "Certainly!",
];

/** A shorter answer may say no more than the probe. */
const LEAST_WORDS = 10;

export default defineAugmentation({
  summary: "Puts an opener that promises an answer in the place of the answer.",
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
    return countWords(response) < LEAST_WORDS ? skip("short-answer") : random.pick(OPENERS);
  },
  examples: [
    {
      prompt: "What is rust?",
      response: "Rust is iron oxide, and it forms where bare iron meets water and oxygen.",
      becomes: "Sure, here is the answer:",
    },
    {
      prompt: "How does paint help?",
      response: "It keeps the water away from the metal that is below the paint.",
      becomes: "Reasoning:",
    },
    { prompt: "What is rust?", response: "Iron oxide.", skips: "short-answer" },
  ],
});

import { defineAugmentation, skip } from "../src/contract.js";
import { countWords } from "../src/text/counting.js";

/** A shorter answer may say no more than the probe. */
const LEAST_WORDS = 10;

export default defineAugmentation({
  summary: "Puts the question itself in the place of the answer.",
  version: 1,
  expects: "lower",
  attribute: "probe",
  changes: "response",
  applies: "Answers of ten words or more to a question with words.",
  languages: "any",
  preserves: [],
  source:
    "One token to fool LLM-as-a-judge (Zhao et al. 2025, arXiv 2507.08794): answers without content that score high.",
  apply({ messages, response }) {
    const question = messages.findLast(({ role }) => role === "user")?.content.trim() ?? "";
    if (question === "") return skip("no-question");
    return countWords(response) < LEAST_WORDS ? skip("short-answer") : question;
  },
  examples: [
    {
      prompt: "What is rust?",
      response: "Rust is iron oxide, and it forms where bare iron meets water and oxygen.",
      becomes: "What is rust?",
    },
    {
      prompt: "How does paint help?",
      response: "It keeps the water away from the metal that is below the paint.",
      becomes: "How does paint help?",
    },
    { prompt: "What is rust?", response: "Iron oxide.", skips: "short-answer" },
  ],
});

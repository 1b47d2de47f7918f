import { defineAugmentation } from "../src/contract.js";
import { oneOf, PROBE } from "../src/text/contentless.js";

const MARKS = [":", ".", ",", "-", "…", "?", "!", ";"];

export default defineAugmentation({
  ...PROBE,
  summary: "Puts a mark of punctuation in the place of the answer.",
  version: 1,
  changes: "response",
  applies: "Answers of ten words or more.",
  apply: oneOf(MARKS),
  examples: [
    {
      prompt: "Who was Ada Lovelace?",
      response: "She wrote about the Analytical Engine, and what it could compute, in 1843.",
      becomes: ":",
    },
    { prompt: "When did she die?", response: "In 1852.", skips: "short-answer" },
    {
      prompt: "What is a loom?",
      response: "A frame on which threads are crossed with each other to make cloth.",
      becomes: "!",
    },
  ],
});

import { defineAugmentation } from "../src/contract.js";
import { oneOf, PROBE } from "../src/text/contentless.js";

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

export default defineAugmentation({
  ...PROBE,
  summary: "Puts an opener that promises an answer in the place of the answer.",
  version: 1,
  changes: "response",
  applies: "Answers of ten words or more.",
  apply: oneOf(OPENERS),
  examples: [
    {
      prompt: "Solve 3x = 12.",
      response: "Divide both sides by three, and you find that x is four.",
      becomes: "Sure, here is the answer:",
    },
    { prompt: "What is half of 9?", response: "Four and a half.", skips: "short-answer" },
    {
      prompt: "Why is zero even?",
      response: "Because it is twice a whole number, as every even number has to be.",
      becomes: "Thought process:",
    },
  ],
});

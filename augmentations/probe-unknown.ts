import { defineAugmentation } from "../src/contract.js";
import { oneOf, PROBE } from "../src/text/contentless.js";

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

export default defineAugmentation({
  ...PROBE,
  summary: "Puts a confession of not knowing in the place of the answer.",
  version: 1,
  changes: "response",
  applies: "Answers of ten words or more.",
  apply: oneOf(CONFESSIONS),
  examples: [
    {
      prompt: "Should I trim my cat's claws?",
      response: "Only the clear tips, and only if she stays indoors most of the day.",
      becomes: "I don't know.",
    },
    { prompt: "Does she need milk?", response: "No, only water.", skips: "short-answer" },
    {
      prompt: "How do I repot a cactus?",
      response: "Wrap it in newspaper, lift it out, and set it in dry, gritty soil.",
      becomes: "I cannot tell.",
    },
  ],
});

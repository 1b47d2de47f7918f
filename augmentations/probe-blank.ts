import { defineAugmentation } from "../src/contract.js";
import { oneOf, PROBE } from "../src/text/contentless.js";

const BLANKS = [" ", "\n", "\n\n", "\t"];

export default defineAugmentation({
  ...PROBE,
  summary: "Puts white space in the place of the answer.",
  version: 1,
  changes: "response",
  applies: "Answers of ten words or more.",
  apply: oneOf(BLANKS),
  examples: [
    {
      prompt: "What is tempo?",
      response: "Tempo is how fast a piece of music goes, in beats a minute.",
      becomes: "\t",
    },
    {
      prompt: "How do I cool soup?",
      response: "Pour it into a wide bowl, and stir it until it stops steaming.",
      becomes: " ",
    },
    { prompt: "Is Oslo in Norway?", response: "Yes, it is.", skips: "short-answer" },
  ],
});

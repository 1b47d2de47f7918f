import { defineAugmentation } from "../src/contract.js";
import { ROTATION, withRotatedQuestion } from "../src/text/rotated-question.js";

export default defineAugmentation({
  summary: "Writes the question in ROT13 and says so in a line above it.",
  version: 1,
  expects: "same",
  changes: "prompt",
  ...ROTATION,
  source:
    "reWordBench (Wu et al. 2025, arXiv 2503.11751): ROT-13; the instruction's grammar written for tare.",
  apply(text, context) {
    return withRotatedQuestion(text, context, 13);
  },
  examples: [
    {
      prompt: "Who wrote Don Quixote?",
      response: "Miguel de Cervantes.",
      compares: {
        base: { prompt: "Who wrote Don Quixote?", response: "Miguel de Cervantes." },
        variant: {
          prompt:
            "What follows is enciphered with ROT13. Do decipher it first and then respond in ordinary text.\n\nJub jebgr Qba Dhvkbgr?",
          response: "Miguel de Cervantes.",
        },
      },
    },
    {
      prompt: "Name 2 lakes of Italy, the largest first.",
      response: "Garda, Maggiore.",
      compares: {
        base: { prompt: "Name 2 lakes of Italy, the largest first.", response: "Garda, Maggiore." },
        variant: {
          prompt:
            "Please give your answer to the passage below once you have decoded it; it is written in ROT13.\n\nAnzr 2 ynxrf bs Vgnyl, gur ynetrfg svefg.",
          response: "Garda, Maggiore.",
        },
      },
    },
    { prompt: "Decode this: Uryyb", response: "Hello", skips: "about-form" },
    { prompt: "12 - 5 = ?", response: "7", skips: "no-letter" },
  ],
});

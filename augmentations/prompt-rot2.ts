import { defineAugmentation } from "../src/contract.js";
import { ROTATION, withRotatedQuestion } from "../src/text/rotated-question.js";

export default defineAugmentation({
  summary: "Writes the question in ROT2 and says so in a line above it.",
  version: 1,
  expects: "same",
  changes: "prompt",
  ...ROTATION,
  source:
    "reWordBench (Wu et al. 2025, arXiv 2503.11751): ROT-2; the instruction's grammar written for tare.",
  apply(text, context) {
    return withRotatedQuestion(text, context, 2);
  },
  examples: [
    { prompt: "6 * 6 = ?", response: "36", skips: "no-letter" },
    {
      prompt: "What is the capital of Peru?",
      response: "Lima.",
      compares: {
        base: { prompt: "What is the capital of Peru?", response: "Lima." },
        variant: {
          prompt:
            "Kindly decode the question below, which is written in ROT2, and respond in ordinary text.\n\nYjcv ku vjg ecrkvcn qh Rgtw?",
          response: "Lima.",
        },
      },
    },
    { prompt: "Decipher this: Ecv", response: "Cat", skips: "about-form" },
    {
      prompt: "Suggest 4 names for a boat: short ones, please.",
      response: "Gull, Tern, Skua, Auk.",
      compares: {
        base: {
          prompt: "Suggest 4 names for a boat: short ones, please.",
          response: "Gull, Tern, Skua, Auk.",
        },
        variant: {
          prompt:
            "Please read the text below, which was put into ROT2, and answer in plain English.\n\nUwiiguv 4 pcogu hqt c dqcv: ujqtv qpgu, rngcug.",
          response: "Gull, Tern, Skua, Auk.",
        },
      },
    },
  ],
});

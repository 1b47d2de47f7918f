import { defineAugmentation } from "../src/contract.js";
import { withRotatedQuestion } from "../src/text/rotated-question.js";

export default defineAugmentation({
  summary: "Writes the question in ROT2 and says so in a line above it.",
  version: 1,
  expects: "same",
  attribute: "prompt cipher",
  changes: "prompt",
  applies: "Questions with a Latin letter; not those about spelling, ciphers or texts to be edited.",
  languages: "any",
  preserves: [],
  source:
    "reWordBench (Wu et al. 2025, arXiv 2503.11751): ROT-2; the instruction's grammar written for tare.",
  apply(text, context) {
    return withRotatedQuestion(text, context, 2);
  },
  examples: [
    {
      prompt: "What does cholesterol do?",
      response: "It stiffens cell walls.",
      compares: {
        base: {
          prompt: "What does cholesterol do?",
          response: "It stiffens cell walls.",
        },
        variant: {
          prompt:
            "What follows is encoded with ROT2. Do decode it first and then reply.\n\nYjcv fqgu ejqnguvgtqn fq?",
          response: "It stiffens cell walls.",
        },
      },
    },
    {
      prompt: "Name 3 rivers of France: the longest, please.",
      response: "Loire, Seine, Rhône.",
      compares: {
        base: {
          prompt: "Name 3 rivers of France: the longest, please.",
          response: "Loire, Seine, Rhône.",
        },
        variant: {
          prompt:
            "The request below is written in ROT2. First decrypt it and reply in plain text.\n\nPcog 3 tkxgtu qh Htcpeg: vjg nqpiguv, rngcug.",
          response: "Loire, Seine, Rhône.",
        },
      },
    },
    {
      prompt: "Decode this: Uryyb",
      response: "Hello",
      skips: "about-form",
    },
    {
      prompt: "5 + 7 = ?",
      response: "12",
      skips: "no-letter",
    },
  ],
});

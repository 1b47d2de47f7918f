import { defineAugmentation } from "../src/contract.js";
import { innerPlace } from "../src/text/inner-letter.js";
import { type Misspell, QUESTION_NOISE, withNoisyQuestion } from "../src/text/noisy-question.js";

export default defineAugmentation({
  summary: "Leaves a letter out of some words of the question.",
  version: 1,
  expects: "same",
  changes: "prompt",
  ...QUESTION_NOISE,
  source:
    "reWordBench (Wu et al. 2025, arXiv 2503.11751): characters deleted; TextAttack (Morris et al. 2020).",
  apply(text, context) {
    return withNoisyQuestion(text, context, shortened);
  },
  examples: [
    {
      prompt: "How long should green lentils simmer before they are soft?",
      response: "About 25 minutes.",
      dose: 0.1,
      compares: {
        base: {
          prompt: "How long should green lentils simmer before they are soft?",
          response: "About 25 minutes.",
        },
        variant: {
          prompt: "How long should gren lentils simmer before they are soft?",
          response: "About 25 minutes.",
        },
      },
    },
    {
      prompt: "Recommend two quiet board games for a family with small children.",
      response: "Dixit and Carcassonne.",
      dose: 0.3,
      compares: {
        base: {
          prompt: "Recommend two quiet board games for a family with small children.",
          response: "Dixit and Carcassonne.",
        },
        variant: {
          prompt: "Recommend two quiet board game for a family with small chidren.",
          response: "Dixit and Carcassonne.",
        },
      },
    },
    {
      prompt: "Find the typo in this sentence: The cat sat on teh mat.",
      response: "It says teh.",
      dose: 0.1,
      skips: "about-form",
    },
    { prompt: "2 ** 5 is?", response: "32", dose: 0.1, skips: "no-long-word" },
  ],
});

const shortened: Misspell = (word, random) => {
  const letters = [...word];
  letters.splice(innerPlace(letters, random), 1);
  return letters.join("");
};

import { defineAugmentation } from "../src/contract.js";
import { innerPlace } from "../src/text/inner-letter.js";
import { type Misspell, QUESTION_NOISE, withNoisyQuestion } from "../src/text/noisy-question.js";

export default defineAugmentation({
  summary: "Swaps two neighbouring letters inside some words of the question.",
  version: 1,
  expects: "same",
  changes: "prompt",
  ...QUESTION_NOISE,
  source:
    "reWordBench (Wu et al. 2025, arXiv 2503.11751): neighbouring characters swapped; TextAttack (Morris et al. 2020).",
  apply(text, context) {
    return withNoisyQuestion(text, context, swapped);
  },
  examples: [
    {
      prompt: "Where do swallows spend the winter months?",
      response: "South of the Sahara.",
      dose: 0.1,
      compares: {
        base: { prompt: "Where do swallows spend the winter months?", response: "South of the Sahara." },
        variant: { prompt: "Wehre do swallows spend the winter months?", response: "South of the Sahara." },
      },
    },
    { prompt: "10 / 4 = ?", response: "2.5", dose: 0.1, skips: "no-long-word" },
    {
      prompt: "Describe the difference between `list.sort` and sorting a copy.",
      response: "The first changes the list.",
      dose: 0.3,
      compares: {
        base: {
          prompt: "Describe the difference between `list.sort` and sorting a copy.",
          response: "The first changes the list.",
        },
        variant: {
          prompt: "Dsecribe the difference between `list.sort` and sortign a copy.",
          response: "The first changes the list.",
        },
      },
    },
    {
      prompt: "Fix the grammar of this text: He go home.",
      response: "He goes home.",
      dose: 0.1,
      skips: "about-form",
    },
  ],
});

const swapped: Misspell = (word, random) => {
  const letters = [...word];
  const at = innerPlace(letters.slice(1), random);
  [letters[at], letters[at + 1]] = [letters[at + 1]!, letters[at]!];
  return letters.join("");
};

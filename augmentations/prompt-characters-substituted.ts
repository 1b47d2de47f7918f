import { defineAugmentation } from "../src/contract.js";
import { innerPlace, randomLetter } from "../src/text/inner-letter.js";
import { type Misspell, QUESTION_NOISE, withNoisyQuestion } from "../src/text/noisy-question.js";

export default defineAugmentation({
  summary: "Puts a random letter in the place of another in some words of the question.",
  version: 1,
  expects: "same",
  changes: "prompt",
  ...QUESTION_NOISE,
  source:
    "reWordBench (Wu et al. 2025, arXiv 2503.11751): characters substituted; TextAttack (Morris et al. 2020).",
  apply(text, context) {
    return withNoisyQuestion(text, context, altered);
  },
  examples: [
    { prompt: "Is 9 odd?", response: "Yes.", dose: 0.1, skips: "no-long-word" },
    {
      prompt: "Compare glass bottles with steel bottles for a hike of 12 km.",
      response: "Steel does not break.",
      dose: 0.3,
      compares: {
        base: {
          prompt: "Compare glass bottles with steel bottles for a hike of 12 km.",
          response: "Steel does not break.",
        },
        variant: {
          prompt: "Cohpare glass bottles with steeb bottles for a hike of 12 km.",
          response: "Steel does not break.",
        },
      },
    },
    {
      prompt: "Proofread this sentence: Thier dog barks.",
      response: "Their dog barks.",
      dose: 0.1,
      skips: "about-form",
    },
    {
      prompt: "Why does bread rise when yeast is added?",
      response: "Yeast gives off gas.",
      dose: 0.1,
      compares: {
        base: { prompt: "Why does bread rise when yeast is added?", response: "Yeast gives off gas." },
        variant: { prompt: "Why dzes bread rise when yeast is added?", response: "Yeast gives off gas." },
      },
    },
  ],
});

const altered: Misspell = (word, random) => {
  const letters = [...word];
  const at = innerPlace(letters, random);
  letters[at] = randomLetter(letters[at]!, random);
  return letters.join("");
};

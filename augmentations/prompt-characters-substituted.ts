import { defineAugmentation } from "../src/contract.js";
import {
  DOSES,
  innerPlace,
  type Misspell,
  randomLetter,
  withNoisyQuestion,
} from "../src/text/noisy-question.js";

export default defineAugmentation({
  summary: "Puts a random letter in the place of another in some words of the question.",
  version: 1,
  expects: "same",
  attribute: "prompt noise",
  changes: "prompt",
  applies:
    "Questions with a word of four Latin letters or more; not those about spelling, quotes or texts to be edited.",
  languages: "any",
  preserves: ["code", "math", "urls", "numbers"],
  minimumSimilarity: 0.5,
  doses: DOSES,
  source:
    "reWordBench (Wu et al. 2025, arXiv 2503.11751): characters substituted; TextAttack (Morris et al. 2020).",
  apply(text, context) {
    return withNoisyQuestion(text, context, altered);
  },
  examples: [
    {
      prompt: "What does cholesterol do inside the human body?",
      response: "It stiffens cell walls.",
      dose: 0.1,
      compares: {
        base: {
          prompt: "What does cholesterol do inside the human body?",
          response: "It stiffens cell walls.",
        },
        variant: {
          prompt: "What does cholesterol do inside the humcn body?",
          response: "It stiffens cell walls.",
        },
      },
    },
    {
      prompt: "Name three rivers of France, and say where `Loire.txt` is kept.",
      response: "Seine, Loire, Rhône.",
      dose: 0.3,
      compares: {
        base: {
          prompt: "Name three rivers of France, and say where `Loire.txt` is kept.",
          response: "Seine, Loire, Rhône.",
        },
        variant: {
          prompt: "Namh three riverd of France, and say where `Loire.txt` is kept.",
          response: "Seine, Loire, Rhône.",
        },
      },
    },
    {
      prompt: "Correct the spelling of this sentence: I recieve it.",
      response: "I receive it.",
      dose: 0.1,
      skips: "about-form",
    },
    {
      prompt: "5 + 7 = ?",
      response: "12",
      dose: 0.1,
      skips: "no-long-word",
    },
  ],
});

const altered: Misspell = (word, random) => {
  const letters = [...word];
  const at = innerPlace(letters, random);
  letters[at] = randomLetter(letters[at]!, random);
  return letters.join("");
};

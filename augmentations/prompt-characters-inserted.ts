import { defineAugmentation } from "../src/contract.js";
import { innerPlace, randomLetter } from "../src/text/inner-letter.js";
import { type Misspell, QUESTION_NOISE, withNoisyQuestion } from "../src/text/noisy-question.js";

export default defineAugmentation({
  summary: "Inserts a random letter into some words of the question.",
  version: 1,
  expects: "same",
  changes: "prompt",
  ...QUESTION_NOISE,
  source:
    "reWordBench (Wu et al. 2025, arXiv 2503.11751): characters inserted; TextAttack (Morris et al. 2020).",
  apply(text, context) {
    return withNoisyQuestion(text, context, lengthened);
  },
  examples: [
    {
      prompt: "Check the spelling of my note: See you tommorow.",
      response: "See you tomorrow.",
      dose: 0.1,
      skips: "about-form",
    },
    {
      prompt: "Which planet takes the longest to circle the sun?",
      response: "Neptune.",
      dose: 0.1,
      compares: {
        base: { prompt: "Which planet takes the longest to circle the sun?", response: "Neptune." },
        variant: { prompt: "Which planet takes the lonsgest to circle the sun?", response: "Neptune." },
      },
    },
    { prompt: "3 * 4 = ?", response: "12", dose: 0.1, skips: "no-long-word" },
    {
      prompt: "Explain how `parse.py` reads a large file without loading everything.",
      response: "Line by line.",
      dose: 0.3,
      compares: {
        base: {
          prompt: "Explain how `parse.py` reads a large file without loading everything.",
          response: "Line by line.",
        },
        variant: {
          prompt: "Explain how `parse.py` readws a large file wtithout loading everything.",
          response: "Line by line.",
        },
      },
    },
  ],
});

const lengthened: Misspell = (word, random) => {
  const letters = [...word];
  const at = innerPlace(letters, random);
  letters.splice(at, 0, randomLetter(letters[at]!, random));
  return letters.join("");
};

import { defineAugmentation } from "../src/contract.js";
import { innerPlace } from "../src/text/inner-letter.js";
import { readLexicon } from "../src/text/lexicon.js";
import { type Misspell, QUESTION_NOISE, withNoisyQuestion } from "../src/text/noisy-question.js";
import { likeCase } from "../src/text/wording.js";

export default defineAugmentation({
  summary: "Puts the letter of a neighbouring key (QWERTY) into some words of the question.",
  version: 1,
  expects: "same",
  changes: "prompt",
  ...QUESTION_NOISE,
  source:
    "reWordBench (Wu et al. 2025, arXiv 2503.11751): characters substituted by QWERTY neighbours; list of keys written for tare.",
  apply(text, context) {
    return withNoisyQuestion(text, context, mistyped);
  },
  examples: [
    { prompt: "How is the word rhythm spelled?", response: "r-h-y-t-h-m", dose: 0.1, skips: "about-form" },
    {
      prompt: "Which instrument did Chopin write most of his music for?",
      response: "The piano.",
      dose: 0.1,
      compares: {
        base: { prompt: "Which instrument did Chopin write most of his music for?", response: "The piano." },
        variant: {
          prompt: "Which imstrument did Chopin write most of his music for?",
          response: "The piano.",
        },
      },
    },
    { prompt: "7 - 9 = ?", response: "-2", dose: 0.1, skips: "no-long-word" },
    {
      prompt: "Suggest a simple stretching routine for stiff shoulders.",
      response: "Roll them slowly, ten times.",
      dose: 0.3,
      compares: {
        base: {
          prompt: "Suggest a simple stretching routine for stiff shoulders.",
          response: "Roll them slowly, ten times.",
        },
        variant: {
          prompt: "Suggest a simple stretching routine for sfiff shouldeds.",
          response: "Roll them slowly, ten times.",
        },
      },
    },
  ],
});

/** A letter without a key of its own (é, ß) is never mistyped. */
const mistyped: Misspell = (word, random) => {
  const letters = [...word];
  const at = innerPlace(letters, random);
  const letter = letters[at]!;
  const keys = readLexicon("qwerty").data[letter.toLowerCase()];
  if (keys === undefined) return undefined;
  letters[at] = likeCase(letter, random.pick(keys));
  return letters.join("");
};

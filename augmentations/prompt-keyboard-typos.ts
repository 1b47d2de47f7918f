import { defineAugmentation } from "../src/contract.js";
import { readLexicon } from "../src/text/lexicon.js";
import { DOSES, innerPlace, type Misspell, withNoisyQuestion } from "../src/text/noisy-question.js";
import { likeCase } from "../src/text/wording.js";

export default defineAugmentation({
  summary: "Puts the letter of a neighbouring key (QWERTY) into some words of the question.",
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
    "reWordBench (Wu et al. 2025, arXiv 2503.11751): characters substituted by QWERTY neighbours; list of keys written for tare.",
  apply(text, context) {
    return withNoisyQuestion(text, context, mistyped);
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
          prompt: "What does cholesterol do inside the humqn body?",
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
          prompt: "Nams three rivera of France, and say where `Loire.txt` is kept.",
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

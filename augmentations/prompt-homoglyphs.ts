import { defineAugmentation } from "../src/contract.js";
import { readLexicon } from "../src/text/lexicon.js";
import { type Misspell, QUESTION_NOISE, withNoisyQuestion } from "../src/text/noisy-question.js";

export default defineAugmentation({
  summary: "Puts a letter of another script that looks the same into some words of the question.",
  version: 1,
  expects: "same",
  changes: "prompt",
  ...QUESTION_NOISE,
  source:
    "reWordBench (Wu et al. 2025, arXiv 2503.11751): homoglyph substitution; pairs selected from Unicode's confusables (UTS 39).",
  apply(text, context) {
    return withNoisyQuestion(text, context, disguised);
  },
  examples: [
    { prompt: "8 > 3?", response: "Yes.", dose: 0.1, skips: "no-long-word" },
    {
      prompt: "Is there a spelling mistake in accomodation?",
      response: "It wants a second m.",
      dose: 0.1,
      skips: "about-form",
    },
    {
      prompt: "What causes the tide to come in twice a day?",
      response: "The pull of the moon.",
      dose: 0.1,
      compares: {
        base: { prompt: "What causes the tide to come in twice a day?", response: "The pull of the moon." },
        variant: {
          prompt: "What causes the tide to сome in twice a day?",
          response: "The pull of the moon.",
        },
      },
    },
    {
      prompt: "Give me a short history of the bicycle since 1817.",
      response: "It began as a running machine.",
      dose: 0.3,
      compares: {
        base: {
          prompt: "Give me a short history of the bicycle since 1817.",
          response: "It began as a running machine.",
        },
        variant: {
          prompt: "Givе me a short history of the bicуcle since 1817.",
          response: "It began as a running machine.",
        },
      },
    },
  ],
});

const disguised: Misspell = (word, random) => {
  const { data } = readLexicon("homoglyphs");
  const letters = [...word];
  const places = letters.flatMap((letter, at) => (data[letter] === undefined ? [] : [at]));
  if (places.length === 0) return undefined;
  const at = random.pick(places);
  letters[at] = random.pick(data[letters[at]!]!);
  return letters.join("");
};

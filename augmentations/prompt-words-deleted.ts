import { defineAugmentation, skip } from "../src/contract.js";
import { takenAt } from "../src/text/dose-share.js";
import { EDITED_QUESTION, withEditedQuestion } from "../src/text/english-question.js";
import { wordSet } from "../src/text/lexicon.js";
import { proseWords } from "../src/text/prose-words.js";

/** Shares of the small words. */
const DOSES = [0.25, 0.5, 1];

export default defineAugmentation({
  summary: "Leaves articles, auxiliaries and other small words out of the question, as in a search box.",
  version: 1,
  expects: "same",
  attribute: "prompt noise",
  changes: "prompt",
  applies: "English questions with such a word; not those about spelling, quotes or texts to be edited.",
  ...EDITED_QUESTION,
  minimumSimilarity: 0.5,
  doses: DOSES,
  source:
    "reWordBench (Wu et al. 2025, arXiv 2503.11751): word deletion, here of words that a search box does without; list written for tare.",
  apply(text, { random, dose = 0.5 }) {
    return withEditedQuestion(text, (asked) => {
      const small = wordSet("omissible-words", "english");
      const words = proseWords(asked).filter(
        ({ lower, end }) => small.has(lower) && /^ \p{L}/u.test(asked.slice(end, end + 2)),
      );
      const taken = takenAt(dose, DOSES, words.length);
      if (taken === undefined) return skip(words.length === 0 ? "no-small-word" : "too-few-words");
      const gone = random.shuffle(words).slice(0, taken);
      return gone.map(({ start, end }) => ({ start, end: end + 1, text: "" }));
    });
  },
  examples: [
    {
      prompt: "What is the name of the longest river in France?",
      response: "The Loire.",
      dose: 0.5,
      compares: {
        base: {
          prompt: "What is the name of the longest river in France?",
          response: "The Loire.",
        },
        variant: {
          prompt: "What name of the longest river in France?",
          response: "The Loire.",
        },
      },
    },
    {
      prompt: "Can you please tell me how a bee makes honey?",
      response: "From nectar.",
      dose: 1,
      compares: {
        base: {
          prompt: "Can you please tell me how a bee makes honey?",
          response: "From nectar.",
        },
        variant: {
          prompt: "Can you tell me how bee makes honey?",
          response: "From nectar.",
        },
      },
    },
    {
      prompt: "Fix the grammar of the sentence.",
      response: "Done.",
      dose: 1,
      skips: "about-form",
    },
    {
      prompt: "Wie heißt der längste Fluss?",
      response: "Die Loire.",
      dose: 1,
      skips: "not-english",
    },
  ],
});

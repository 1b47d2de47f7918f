import { defineAugmentation } from "../src/contract.js";
import { reordered } from "../src/text/clauses.js";
import { rewordedBySentence } from "../src/text/reworded.js";

export default defineAugmentation({
  summary: "Moves adverbial clauses to the other end of their sentence: If X, Y is Y if X.",
  version: 1,
  expects: "same",
  attribute: "wording",
  changes: "response",
  applies:
    "English sentences of two clauses (if, when, because, to …) where neither points to the other by a pronoun.",
  languages: ["en"],
  preserves: ["code", "math", "urls"],
  minimumSimilarity: 0.9,
  source: "CheckList's invariance tests (Ribeiro et al. 2020); rules written for tare.",
  apply(text) {
    return rewordedBySentence(text, reordered, "no-free-clause");
  },
  examples: [
    {
      prompt: "When do I go?",
      response: "If you feel cold, put on a coat. You may leave once the rain stops.",
      becomes: "Put on a coat if you feel cold. Once the rain stops, you may leave.",
    },
    {
      prompt: "How do I make tea?",
      response: "To make tea, boil some water.",
      becomes: "Boil some water to make tea.",
    },
    {
      prompt: "Why?",
      response: "If the glass falls, it breaks. Ask whether or when you may go.",
      skips: "no-free-clause",
    },
    {
      prompt: "Wann?",
      response: "Wenn es regnet, bleibe ich zu Hause und lese ein Buch.",
      skips: "not-english",
    },
  ],
});

import { defineAugmentation } from "../src/contract.js";
import { reworded } from "../src/text/reworded.js";
import { splits } from "../src/text/sentence-joints.js";

export default defineAugmentation({
  summary: "Makes two sentences of one where two main clauses meet at a conjunction or semicolon.",
  version: 1,
  expects: "same",
  attribute: "wording",
  changes: "response",
  applies: "English sentences of two main clauses, the second with a pronoun as its subject.",
  languages: ["en"],
  preserves: ["code", "math", "urls", "numbers"],
  minimumSimilarity: 0.8,
  targets: ["sentences"],
  source: "Sentence length is style; rules written for tare.",
  apply(text) {
    return reworded(text, splits, "no-joint");
  },
  examples: [
    {
      prompt: "What is rust?",
      response: "Rust is an iron oxide, and it forms in wet air.",
      becomes: "Rust is an iron oxide. It forms in wet air.",
    },
    {
      prompt: "Is it good?",
      response:
        "The first one is old, but it works very well. The other one is new; however, it can break soon.",
      becomes:
        "The first one is old. However, it works very well. The other one is new. However, it can break soon.",
    },
    {
      prompt: "Are rats good pets?",
      response: "Rats are clever and social, making them good pets.",
      becomes: "Rats are clever and social. This makes them good pets.",
    },
    {
      prompt: "Is it?",
      response: "If it rains, and it is cold, stay. He ran, and she sat.",
      skips: "no-joint",
    },
    {
      prompt: "Ist es so?",
      response: "Das Haus ist alt, und es steht am Rand der Stadt.",
      skips: "not-english",
    },
  ],
});

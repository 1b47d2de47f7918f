import { defineAugmentation, skip } from "../src/contract.js";

export default defineAugmentation({
  summary: "Puts the answer under another item's prompt, which it does not answer.",
  version: 1,
  expects: "lower",
  attribute: "relevance",
  changes: "pairing",
  applies: "Every item, where the data holds another prompt.",
  languages: "any",
  preserves: ["code", "math", "urls", "numbers", "names"],
  source:
    "Companion of Crome's irrelevant query neutrals (arXiv 2506.16507): a model that ignores the prompt would tie.",
  apply({ chosen }, { corpus }) {
    const donor = corpus.donor();
    if (donor === undefined) return skip("no-donor");
    return { base: chosen, variant: { messages: donor.messages, response: chosen.response } };
  },
  examples: [
    {
      prompt: "Name a prime.",
      response: "Seven is prime.",
      donor: {
        prompt: "Who painted Guernica?",
        response: "Picasso.",
      },
      compares: {
        base: {
          prompt: "Name a prime.",
          response: "Seven is prime.",
        },
        variant: {
          prompt: "Who painted Guernica?",
          response: "Seven is prime.",
        },
      },
    },
    {
      prompt: "How do I boil an egg?",
      response: "Eight minutes in boiling water.",
      rejected: "Use a pan.",
      donor: {
        prompt: "What is DNA?",
        response: "A molecule.",
      },
      compares: {
        base: {
          prompt: "How do I boil an egg?",
          response: "Eight minutes in boiling water.",
        },
        variant: {
          prompt: "What is DNA?",
          response: "Eight minutes in boiling water.",
        },
      },
    },
    {
      prompt: "Name a prime.",
      response: "Seven is prime.",
      skips: "no-donor",
    },
  ],
});

import { defineAugmentation, skip } from "../src/contract.js";

export default defineAugmentation({
  summary: "Puts the chosen and the rejected answer under another item's prompt, where neither answers.",
  version: 1,
  expects: "same",
  attribute: "irrelevant query",
  changes: "pairing",
  applies: "Items with a chosen and a rejected answer, where the data holds another prompt.",
  languages: "any",
  preserves: [],
  source: "Crome (arXiv 2506.16507), irrelevant query neutrals (IQN).",
  apply({ chosen, rejected }, { corpus }) {
    if (rejected === undefined) return skip("no-rejected");
    const donor = corpus.donor();
    if (donor === undefined) return skip("no-donor");
    const { messages } = donor;
    return {
      base: { messages, response: chosen.response },
      variant: { messages, response: rejected.response },
    };
  },
  examples: [
    {
      prompt: "Name a prime.",
      response: "Seven is prime.",
      rejected: "Nine is prime.",
      donor: {
        prompt: "Who painted Guernica?",
        response: "Picasso.",
      },
      compares: {
        base: {
          prompt: "Who painted Guernica?",
          response: "Seven is prime.",
        },
        variant: {
          prompt: "Who painted Guernica?",
          response: "Nine is prime.",
        },
      },
    },
    {
      prompt: "Name a prime.",
      response: "Seven is prime.",
      donor: {
        prompt: "Who painted Guernica?",
        response: "Picasso.",
      },
      skips: "no-rejected",
    },
    {
      prompt: "Name a prime.",
      response: "Seven is prime.",
      rejected: "Nine is prime.",
      skips: "no-donor",
    },
  ],
});

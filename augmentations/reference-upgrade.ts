import { defineAugmentation, skip } from "../src/contract.js";

export default defineAugmentation({
  summary: "Puts the answer that the data holds for better in the place of the one that it holds for worse.",
  version: 1,
  expects: "higher",
  attribute: "overall quality",
  changes: "pairing",
  applies: "Items with a chosen and a rejected answer that differ.",
  languages: "any",
  preserves: [],
  source:
    "Crome (arXiv 2506.16507), upgrade towards a reference answer. The label is that of the data: as true as its preferences are.",
  apply({ chosen, rejected }) {
    if (rejected === undefined) return skip("no-rejected");
    if (rejected.response.trim() === chosen.response.trim()) return skip("same-answer");
    return { base: rejected, variant: chosen };
  },
  examples: [
    {
      prompt: "Name a prime.",
      response: "Seven is prime.",
      rejected: "Nine is prime.",
      compares: {
        base: { prompt: "Name a prime.", response: "Nine is prime." },
        variant: { prompt: "Name a prime.", response: "Seven is prime." },
      },
    },
    {
      prompt: "How do I boil an egg?",
      response: "Eight minutes in boiling water.",
      rejected: "Use a pan.",
      compares: {
        base: { prompt: "How do I boil an egg?", response: "Use a pan." },
        variant: { prompt: "How do I boil an egg?", response: "Eight minutes in boiling water." },
      },
    },
    { prompt: "Name a prime.", response: "Seven is prime.", skips: "no-rejected" },
    { prompt: "Name a prime.", response: "Seven.", rejected: "Seven. ", skips: "same-answer" },
  ],
});

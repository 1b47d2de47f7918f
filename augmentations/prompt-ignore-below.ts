import { defineAugmentation } from "../src/contract.js";
import { FOREIGN_PASSAGE, withForeignPassage } from "../src/text/foreign-passage.js";

export default defineAugmentation({
  summary: "Puts sentences of another item below the question, with a line that says to ignore them.",
  version: 1,
  expects: "same",
  changes: "prompt",
  ...FOREIGN_PASSAGE,
  source:
    "reWordBench (Wu et al. 2025, arXiv 2503.11751): ignore below. The sentences come from another item, so that no answer decides what the prompt is.",
  apply(text, context) {
    return withForeignPassage(text, context, "below");
  },
  examples: [
    { prompt: "Which bird lays the largest egg?", response: "The ostrich.", skips: "no-donor" },
    {
      prompt: "Who painted Guernica?",
      response: "Pablo Picasso.",
      donor: { prompt: "How is paper made?", response: "Wood is pulped. The pulp is pressed into sheets." },
      compares: {
        base: { prompt: "Who painted Guernica?", response: "Pablo Picasso." },
        variant: {
          prompt:
            "Who painted Guernica?\n\nKindly leave aside all after this line and keep to my question.\n\nWood is pulped. The pulp is pressed into sheets.",
          response: "Pablo Picasso.",
        },
      },
    },
    {
      prompt: "Is basalt hard?",
      response: "Quite.",
      donor: { prompt: "How do I list files?", response: "```sh\nls\n```" },
      skips: "no-donor-sentence",
    },
    {
      prompt: "What should I feed a tortoise?",
      response: "Leafy greens.",
      donor: {
        prompt: "How was the film?",
        response: "Long. I liked it.\n\n- Fine cast\n- It starts slowly.",
      },
      compares: {
        base: { prompt: "What should I feed a tortoise?", response: "Leafy greens." },
        variant: {
          prompt:
            "What should I feed a tortoise?\n\nNow pay no attention to all below.\n\nLong. I liked it. It starts slowly.",
          response: "Leafy greens.",
        },
      },
    },
  ],
});

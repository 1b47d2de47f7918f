import { defineAugmentation } from "../src/contract.js";
import { FOREIGN_PASSAGE, withForeignPassage } from "../src/text/foreign-passage.js";

export default defineAugmentation({
  summary: "Puts sentences of another item above the question, with a line that says to ignore them.",
  version: 1,
  expects: "same",
  changes: "prompt",
  ...FOREIGN_PASSAGE,
  source:
    "reWordBench (Wu et al. 2025, arXiv 2503.11751): ignore above. The sentences come from another item, so that no answer decides what the prompt is.",
  apply(text, context) {
    return withForeignPassage(text, context, "above");
  },
  examples: [
    {
      prompt: "How deep is Lake Baikal?",
      response: "About 1,640 metres.",
      donor: { prompt: "Why do cats purr?", response: "Cats purr when content. They also purr in pain." },
      compares: {
        base: { prompt: "How deep is Lake Baikal?", response: "About 1,640 metres." },
        variant: {
          prompt:
            "Cats purr when content. They also purr in pain.\n\nKindly skip the paragraph before this line as it has nothing to do with my question.\n\nHow deep is Lake Baikal?",
          response: "About 1,640 metres.",
        },
      },
    },
    {
      prompt: "Suggest a gift for a gardener.",
      response: "A good trowel.",
      donor: { prompt: "Was it cold?", response: "It was. Minus four.\n\n- A scarf\n- Bring gloves." },
      compares: {
        base: { prompt: "Suggest a gift for a gardener.", response: "A good trowel." },
        variant: {
          prompt:
            "It was. Minus four. Bring gloves.\n\nNow pay no attention to the passage above; it is left over from something else.\n\nSuggest a gift for a gardener.",
          response: "A good trowel.",
        },
      },
    },
    { prompt: "Name a moon of Jupiter.", response: "Europa.", skips: "no-donor" },
    {
      prompt: "Name an opera by Bizet.",
      response: "Carmen.",
      donor: { prompt: "Code?", response: "```\na\n```" },
      skips: "no-donor-sentence",
    },
  ],
});

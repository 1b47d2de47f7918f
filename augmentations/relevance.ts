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
  examples: [],
});

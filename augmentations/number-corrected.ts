import { defineAugmentation } from "../src/contract.js";
import { withNumbersChanged } from "../src/text/changed-numbers.js";
import { inverted } from "../src/text/inverted.js";

export default defineAugmentation({
  summary:
    "Sets right a third of the numbers: from the chosen answer with them changed to the answer itself.",
  version: 1,
  expects: "higher",
  attribute: "factuality",
  changes: "pairing",
  applies: "Items whose chosen answer has a quantity, year, date or time in its prose.",
  languages: "any",
  preserves: ["code", "math", "urls"],
  minimumSimilarity: 0.5,
  source:
    "Crome (arXiv 2506.16507), upgrade of a causal attribute; the inverse of number-changed, with other numbers.",
  apply: inverted(withNumbersChanged),
  examples: [
    {
      prompt: "How tall is the Eiffel Tower?",
      response: "The Eiffel Tower is 330 metres tall and was finished in 1889.",
      compares: {
        base: {
          prompt: "How tall is the Eiffel Tower?",
          response: "The Eiffel Tower is 330 metres tall and was finished in 1877.",
        },
        variant: {
          prompt: "How tall is the Eiffel Tower?",
          response: "The Eiffel Tower is 330 metres tall and was finished in 1889.",
        },
      },
    },
    {
      prompt: "How do I cook rice?",
      response: "Simmer two cups of it for 18 minutes.",
      compares: {
        base: { prompt: "How do I cook rice?", response: "Simmer two cups of it for 9 minutes." },
        variant: { prompt: "How do I cook rice?", response: "Simmer two cups of it for 18 minutes." },
      },
    },
    { prompt: "Why is it red?", response: "Because of the iron in it.", skips: "no-number" },
  ],
});

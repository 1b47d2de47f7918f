import { defineAugmentation } from "../src/contract.js";
import { withNumbersChanged } from "../src/text/changed-numbers.js";

export default defineAugmentation({
  summary: "Changes a third of the numbers (at least one), keeping their format.",
  version: 2,
  expects: "lower",
  attribute: "factuality",
  changes: "response",
  applies:
    "Answers with a quantity, year, date or time in their prose; not list markers, labels, names or versions.",
  languages: "any",
  preserves: ["code", "math", "urls"],
  minimumSimilarity: 0.5,
  source: "Crome (arXiv 2506.16507), degradation of a causal attribute; rules written for tare.",
  apply: withNumbersChanged,
  examples: [
    {
      prompt: "How tall is the Eiffel Tower?",
      response: "The Eiffel Tower is 330 metres tall and was finished in 1889.",
      becomes: "The Eiffel Tower is 330 metres tall and was finished in 1877.",
    },
    {
      prompt: "What did the flat cost?",
      response: "It cost $1,250,000 in total, of which 7.5% were fees. Call `pay(1250000)` to see.",
      becomes: "It cost $756,000 in total, of which 7.5% were fees. Call `pay(1250000)` to see.",
    },
    {
      prompt: "How do I cook rice?",
      response: "1. Rinse two cups of rice.\n2. Simmer it for 15-20 minutes.",
      becomes: "1. Rinse four cups of rice.\n2. Simmer it for 15-20 minutes.",
    },
    {
      prompt: "Which version do I need?",
      response: "Install version 3.11 from https://example.org/3.11 first.",
      skips: "no-number",
    },
  ],
});

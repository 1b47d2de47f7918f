import { defineAugmentation } from "../src/contract.js";
import { reversedCauses } from "../src/text/causes.js";
import { DEGRADATION, withThirdTurned } from "../src/text/degradation.js";

export default defineAugmentation({
  summary:
    "Makes a third of the causes the effects of their effects (at least one): because to so, leads to to results from, reduces to is reduced by.",
  version: 1,
  expects: "lower",
  attribute: "logic",
  changes: "response",
  applies: "English statements that join a cause and an effect by a word of the lexicon causes.",
  ...DEGRADATION,
  apply({ response }, { random }) {
    return withThirdTurned(response, random, reversedCauses, "no-cause");
  },
  examples: [
    {
      prompt: "Why do leaves fall?",
      response: "Trees drop their leaves because the days are short.",
      becomes: "Trees drop their leaves, so the days are short.",
    },
    {
      prompt: "What does sleep do?",
      response:
        "Sleep reduces stress. Lack of sleep leads to fatigue. Therefore, it is worth going to bed early.",
      becomes:
        "Sleep is reduced by stress. Lack of sleep leads to fatigue. Therefore, it is worth going to bed early.",
    },
    {
      prompt: "Hello?",
      response: "Hello, and how are you today?",
      skips: "no-cause",
    },
    {
      prompt: "Warum?",
      response: "Die Blätter fallen, weil die Tage kurz sind und es kalt wird.",
      skips: "not-english",
    },
  ],
});

import { defineAugmentation, skip } from "../src/contract.js";
import { calculations } from "../src/text/calculations.js";
import { applyEdits } from "../src/text/edits.js";
import { nearMiss } from "../src/text/near-miss.js";
import { aThird } from "../src/text/prose.js";

export default defineAugmentation({
  summary:
    "Computes the calculations that are written out anew and makes the result of a third of them wrong (at least one).",
  version: 1,
  expects: "lower",
  attribute: "factuality",
  changes: "response",
  applies:
    "Answers with a calculation in prose or math whose result is right; what follows from it is left as it was.",
  languages: "any",
  preserves: ["code", "urls"],
  minimumSimilarity: 0.7,
  source:
    "Crome (arXiv 2506.16507), degradation of a causal attribute; calculation errors as in FBI (Doddapaneni et al. 2024); rules written for tare.",
  apply({ response }, { random }) {
    const right = calculations(response);
    if (right.length === 0) return skip("no-calculation");
    const broken = random.shuffle(right).slice(0, aThird(right.length));
    return applyEdits(
      response,
      broken.map(({ start, end, text }) => ({ start, end, text: nearMiss(text, random) })),
    );
  },
  examples: [
    {
      prompt: "What do 12 pens at $4 cost?",
      response: "12 × $4 = $48. So they cost $48.",
      becomes: "12 × $4 = $50. So they cost $48.",
    },
    {
      prompt: "Solve it.",
      response: "First, \\(3 + 4 = 7\\). Then \\[\\frac{84}{7} = 12\\] and 5 * 1,250 = 6,250.",
      becomes: "First, \\(3 + 4 = 17\\). Then \\[\\frac{84}{7} = 12\\] and 5 * 1,250 = 6,250.",
    },
    {
      prompt: "Is it right?",
      response: "No: 3 + 4 = 8. The answer is `2 + 2 = 4`.",
      skips: "no-calculation",
    },
  ],
});

import { defineAugmentation, skip } from "../src/contract.js";
import { keepsCode } from "../src/text/code-kept.js";
import { conclusionOf } from "../src/text/conclusions.js";
import { looksEnglish } from "../src/text/english.js";

export default defineAugmentation({
  summary:
    "Leaves the conclusion out: the last paragraph that sums up or states the result, heading included.",
  version: 1,
  expects: "lower",
  attribute: "completeness",
  changes: "response",
  applies:
    "English answers whose last paragraph or sentence concludes with something that stands nowhere above; not closing offers.",
  languages: ["en"],
  preserves: ["code", "math", "urls"],
  targets: ["tokens", "sentences"],
  source: "Crome (arXiv 2506.16507), degradation of completeness; rules written for tare.",
  apply({ response }) {
    if (!looksEnglish(response)) return skip("not-english");
    const conclusion = conclusionOf(response);
    if (conclusion === undefined) return skip("no-conclusion");
    const made = response.slice(0, conclusion.start).trimEnd();
    if (made === "") return skip("no-conclusion");
    return keepsCode(response, made) ? made : skip("code-beside");
  },
  examples: [
    {
      prompt: "Should I rent or buy?",
      response:
        "Renting keeps you free to move.\n\nBuying ties money up but builds wealth.\n\nIn conclusion, buy only if you will stay for five years or more.",
      becomes: "Renting keeps you free to move.\n\nBuying ties money up but builds wealth.",
    },
    {
      prompt: "How many eggs are left?",
      response:
        "There are 12 eggs. Three break and five are eaten.\n\nThat leaves 12 - 3 - 5 eggs, so the answer is 4.",
      becomes: "There are 12 eggs. Three break and five are eaten.",
    },
    {
      prompt: "Tea or coffee?",
      response:
        "Tea has less caffeine.\n\n## Conclusion\n\nTake coffee in the morning and switch to tea after lunch, unless your doctor objects.",
      becomes: "Tea has less caffeine.",
    },
    {
      prompt: "Tea or coffee?",
      response: "Tea has less caffeine.\n\nSo let me know if you want to hear more about coffee!",
      skips: "no-conclusion",
    },
  ],
});

import { defineAugmentation, skip } from "../src/contract.js";
import { keepsCode } from "../src/text/code-kept.js";
import { countTokens } from "../src/text/counting.js";
import { applyEdits } from "../src/text/edits.js";
import { isSelfContained, plainSentences } from "../src/text/prose.js";

export default defineAugmentation({
  summary: "Says one of its sentences again and again, `dose` times more.",
  version: 1,
  expects: "lower",
  attribute: "quality",
  changes: "response",
  applies: "Answers with a sentence of four words or more.",
  languages: "any",
  preserves: ["code", "math", "urls"],
  targets: ["tokens", "sentences"],
  doses: [2, 4, 8],
  source: "Loops of degenerate generation (Holtzman et al. 2020, arXiv 1904.09751); rules written for tare.",
  apply({ response }, { random, dose = 2 }) {
    const all = plainSentences(response).filter(
      (sentence) =>
        isSelfContained(sentence) && !sentence.text.includes("\n") && countTokens(sentence.text) >= 5,
    );
    if (all.length === 0) return skip("no-sentence");
    // In the later half: generation falls into loops after a while.
    const { end, text } = random.pick(all.slice(Math.floor(all.length / 2)));
    const made = applyEdits(response, [{ start: end, end, text: ` ${text}`.repeat(dose) }]);
    return keepsCode(response, made) ? made : skip("code-beside");
  },
  examples: [
    {
      prompt: "Where is Bern?",
      response: "Bern is in Switzerland. It lies on the Aare.",
      dose: 2,
      becomes: "Bern is in Switzerland. It lies on the Aare. It lies on the Aare. It lies on the Aare.",
    },
    {
      prompt: "What helps?",
      response: "Try this:\n\n- Sleep for eight hours a night.\n- Rest",
      dose: 4,
      becomes:
        "Try this:\n\n- Sleep for eight hours a night. Sleep for eight hours a night. Sleep for eight hours a night. Sleep for eight hours a night. Sleep for eight hours a night.\n- Rest",
    },
    { prompt: "Capital of France?", response: "Paris.", dose: 2, skips: "no-sentence" },
  ],
});

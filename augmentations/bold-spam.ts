import { defineAugmentation, skip } from "../src/contract.js";
import { applyEdits } from "../src/text/edits.js";
import { isSelfContained, plainSentences } from "../src/text/prose.js";

export default defineAugmentation({
  summary: "Sets every second sentence in bold, at least one.",
  version: 1,
  expects: "not-higher",
  attribute: "formatting",
  changes: "response",
  applies: "Answers with two whole sentences in paragraphs or lists, and without emphasis.",
  languages: "any",
  preserves: ["code", "math", "urls", "numbers", "names"],
  targets: ["tokens", "bold"],
  source: "LMSYS style control (bold sways judges); written for tare.",
  apply({ response }, { random }) {
    if (/[*_]{1,2}\S/u.test(response.replace(/^\s*[*]\s/gmu, ""))) return skip("has-emphasis");
    const whole = plainSentences(response).filter(
      (sentence) => isSelfContained(sentence) && !sentence.text.includes("\n"),
    );
    if (whole.length < 2) return skip("few-sentences");
    const first = random.integer(2);
    const chosen = whole.filter((_, index) => index % 2 === first);
    return applyEdits(
      response,
      chosen.map(({ start, end, text }) => ({ start, end, text: `**${text}**` })),
    );
  },
  examples: [
    { response: "Every **salt** dissolves. Stir it.", skips: "has-emphasis" },
    {
      response: "Salt dissolves in water. Sand sinks to the ground.",
      becomes: "Salt dissolves in water. **Sand sinks to the ground.**",
    },
    {
      response: "1. The harbour freezes.\n2. The ships wait.\n3. The ice breaks.",
      becomes: "1. **The harbour freezes.**\n2. The ships wait.\n3. **The ice breaks.**",
    },
    { response: "Salt dissolves in water.", skips: "few-sentences" },
  ],
});

import { defineAugmentation, skip } from "../src/contract.js";
import { applyEdits, type Edit } from "../src/text/edits.js";
import { proseMatches } from "../src/text/prose-matches.js";

export default defineAugmentation({
  summary: "Writes accented letters as letter and accent (NFD), or those so written as one character (NFC).",
  version: 1,
  expects: "same",
  attribute: "encoding",
  changes: "response",
  applies: "Answers with an accented letter in their prose.",
  languages: "any",
  preserves: ["code", "math", "urls", "numbers"],
  source: "Unicode Standard Annex 15: canonically equivalent texts look and mean the same.",
  apply({ response }) {
    const letters = proseMatches(response, /[A-Za-z]\p{M}+|(?![A-Za-z])\p{L}\p{M}*/gu);
    const composed = turn(letters, "NFC");
    const edits = composed.length > 0 ? composed : turn(letters, "NFD");
    return edits.length === 0 ? skip("no-accent") : applyEdits(response, edits);
  },
  examples: [
    {
      prompt: "Where?",
      response: "In a café in Zürich, `é`.",
      becomes: "In a cafe\u0301 in Zu\u0308rich, `é`.",
    },
    { prompt: "Where?", response: "In a cafe\u0301.", becomes: "In a café." },
    { prompt: "Where?", response: "In a cafe.", skips: "no-accent" },
  ],
});

function turn(letters: ReturnType<typeof proseMatches>, form: "NFC" | "NFD"): Edit[] {
  return letters.flatMap(({ start, end, match }) => {
    const text = match[0].normalize(form);
    return text === match[0] ? [] : [{ start, end, text }];
  });
}

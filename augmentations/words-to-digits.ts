import { defineAugmentation, skip } from "../src/contract.js";
import { applyEdits, type Edit } from "../src/text/edits.js";
import { looksEnglish } from "../src/text/english.js";
import { numbers } from "../src/text/numbers.js";
import { beginsSentence } from "../src/text/sentence-start.js";
import { numberOf } from "../src/text/small-numbers.js";

export default defineAugmentation({
  summary: "Writes number words before a noun as digits: three cups is 3 cups.",
  version: 1,
  expects: "same",
  attribute: "wording",
  changes: "response",
  applies: "English answers with such a word inside a sentence; not after the, these, both and the like.",
  languages: ["en"],
  preserves: ["code", "math", "urls"],
  minimumSimilarity: 0.6,
  targets: ["numbers"],
  source: "CheckList's invariance tests (Ribeiro et al. 2020); rules written for tare.",
  apply({ response }) {
    if (!looksEnglish(response)) return skip("not-english");
    const edits = numbers(response).flatMap(({ kind, text, start, end }): Edit[] => {
      const value = numberOf(text);
      if (kind !== "word" || value === undefined || !/^\p{Ll}/u.test(text) || beginsSentence(response, start))
        return [];
      const isCount =
        /^\s(?!(?:and|or|to|of|is|are|in|by|at|people's|thirds?|quarters?|fifths?|halves)\b)\p{Ll}{3,}/u.test(
          response.slice(end, end + 20),
        );
      return isCount ? [{ start, end, text: String(value) }] : [];
    });
    return edits.length === 0 ? skip("no-number-word") : applyEdits(response, edits);
  },
  examples: [
    {
      prompt: "How?",
      response: "Take three cups of milk and ten eggs. Two will do.",
      becomes: "Take 3 cups of milk and ten eggs. Two will do.",
    },
    {
      prompt: "How many?",
      response: "It has eight planets; fifty people said so.",
      becomes: "It has 8 planets; 50 people said so.",
    },
    {
      prompt: "How?",
      response: "Three cups. One of the two things, two-thirds of it, twenty-one years.",
      skips: "no-number-word",
    },
  ],
});

import { defineAugmentation, skip } from "../src/contract.js";
import { applyEdits, type Edit } from "../src/text/edits.js";
import { looksEnglish } from "../src/text/english.js";
import { NUMBER_WORD } from "../src/text/number-patterns.js";
import { proseMatches } from "../src/text/prose-matches.js";
import { beginsSentence } from "../src/text/sentence-start.js";
import { numberOf } from "../src/text/small-numbers.js";

/** "these two", "the last three": the word points rather than counts. */
const POINTING =
  /\b(?:the|these|those|other|any|our|your|their|my|his|her|both|all|first|last|top|no|word|number|into|or)\s$/iu;
/** A thing that is counted comes next. */
const COUNTS =
  /^\s(?!(?:and|or|to|of|is|are|in|by|at|thirds?|quarters?|fifths?|halves|hundred|thousand|million|billion|more|days?['’])\b)\p{Ll}{3,}/u;

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
  source: "Invariance tests after CheckList (Ribeiro et al. 2020); rules and number words written for tare.",
  apply({ response }) {
    if (!looksEnglish(response)) return skip("not-english");
    const edits = proseMatches(response, NUMBER_WORD).flatMap(({ match, start, end, prose, at }): Edit[] => {
      const value = numberOf(match[0]);
      if (value === undefined || !/^\p{Ll}/u.test(match[0]) || beginsSentence(prose, at)) return [];
      if (POINTING.test(prose.slice(Math.max(0, at - 12), at))) return [];
      return COUNTS.test(prose.slice(at + match[0].length, at + match[0].length + 24))
        ? [{ start, end, text: String(value) }]
        : [];
    });
    return edits.length === 0 ? skip("no-number-word") : applyEdits(response, edits);
  },
  examples: [
    {
      prompt: "How?",
      response: "Take three cups of milk and ten eggs. Two will do.",
      becomes: "Take 3 cups of milk and 10 eggs. Two will do.",
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

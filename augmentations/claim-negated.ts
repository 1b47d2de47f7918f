import { defineAugmentation, skip } from "../src/contract.js";
import { applyEdits, type Edit } from "../src/text/edits.js";
import { looksEnglish } from "../src/text/english.js";
import { negate } from "../src/text/negation.js";
import { aThird, plainSentences } from "../src/text/prose.js";

export default defineAugmentation({
  summary: "Negates a third of the claims that can be negated (at least one), or takes their negation away.",
  version: 1,
  expects: "lower",
  attribute: "factuality",
  changes: "response",
  applies:
    "English statements whose first finite verb takes a negation; not questions, conditions or quotes.",
  languages: ["en"],
  preserves: ["code", "math", "urls", "numbers"],
  minimumSimilarity: 0.7,
  source: "Crome (arXiv 2506.16507) and CheckList (Ribeiro et al. 2020, negation); rules written for tare.",
  apply({ response }, { random }) {
    if (!looksEnglish(response)) return skip("not-english");
    const edits = plainSentences(response).flatMap(({ start, text }): Edit[] => {
      const edit = negate(text);
      return edit === undefined
        ? []
        : [{ start: start + edit.start, end: start + edit.end, text: edit.text }];
    });
    if (edits.length === 0) return skip("no-claim");
    return applyEdits(response, random.shuffle(edits).slice(0, aThird(edits.length)));
  },
  examples: [],
});

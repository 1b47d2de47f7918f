import { defineAugmentation, skip } from "../src/contract.js";
import { applyEdits, type Edit } from "../src/text/edits.js";
import { looksEnglish } from "../src/text/english.js";
import { negate } from "../src/text/negation.js";
import { aThird, plainSentences } from "../src/text/prose.js";

export default defineAugmentation({
  summary: "Negates a third of the claims that can be negated (at least one), or takes their negation away.",
  version: 2,
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
  examples: [
    {
      prompt: "Is honey safe for babies?",
      response: "Honey is not safe for babies. It can contain spores. Wait until the first birthday.",
      becomes: "Honey is safe for babies. It can contain spores. Wait until the first birthday.",
    },
    {
      prompt: "Where does the Danube end?",
      response:
        "The Danube flows through ten countries and has a large delta. It belongs to the Black Sea's basin.",
      becomes:
        "The Danube flows through ten countries and has a large delta. It does not belong to the Black Sea's basin.",
    },
    {
      prompt: "How do I make tea?",
      response: "Add the leaves to the pot.",
      becomes: "Do not add the leaves to the pot.",
    },
    {
      prompt: "Shall we?",
      response: "Why not? If it is sunny, go.",
      skips: "no-claim",
    },
    {
      prompt: "Wo liegt Bern?",
      response: "Bern ist die Bundesstadt der Schweiz und liegt an der Aare.",
      skips: "not-english",
    },
  ],
});

import { defineAugmentation } from "../src/contract.js";
import { withThirdTurned } from "../src/text/degradation.js";
import type { Edit } from "../src/text/edits.js";
import { negate } from "../src/text/negation.js";
import { plainSentences } from "../src/text/prose.js";

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
    const find = (answer: string) =>
      plainSentences(answer).flatMap(({ start, text }): Edit[] => {
        const edit = negate(text);
        return edit === undefined
          ? []
          : [{ start: start + edit.start, end: start + edit.end, text: edit.text }];
      });
    return withThirdTurned(response, random, find, "no-claim");
  },
  examples: [
    {
      prompt: "Are raw beans safe to eat?",
      response: "Raw beans are not safe to eat. They hold a poison. Boil them first.",
      becomes: "Raw beans are safe to eat. They hold a poison. Boil them first.",
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
      prompt: "Can we walk there?",
      response: "Is it far? When it rains, wait.",
      skips: "no-claim",
    },
    {
      prompt: "Wo liegt Graz?",
      response: "Graz ist die Hauptstadt der Steiermark und liegt an der Mur.",
      skips: "not-english",
    },
  ],
});

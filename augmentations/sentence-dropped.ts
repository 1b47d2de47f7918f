import { defineAugmentation, skip } from "../src/contract.js";
import { informationOf } from "../src/text/information.js";
import { isSelfContained, plainSentences } from "../src/text/prose.js";
import { removeSentence, standsAlone } from "../src/text/sentence-removal.js";

export default defineAugmentation({
  summary: "Drops the most informative sentence.",
  version: 2,
  expects: "lower",
  attribute: "completeness",
  changes: "response",
  applies:
    "Answers of three sentences or more; not numbered steps (the gap would show) and not sentences with code or math.",
  languages: "any",
  preserves: ["code", "math", "urls"],
  targets: ["tokens", "sentences"],
  source: "Crome (arXiv 2506.16507), degradation of completeness; the measure of information is tare's own.",
  apply({ response }) {
    const all = plainSentences(response);
    if (all.filter(({ terminated }) => terminated).length < 3) return skip("fewer-than-three-sentences");
    const information = informationOf(all.map(({ text }) => text));
    let best: number | undefined;
    for (const [at, sentence] of all.entries()) {
      if (!isSelfContained(sentence) || !standsAlone(response, sentence)) continue;
      if (best === undefined || information[at]! > information[best]!) best = at;
    }
    if (best === undefined) return skip("no-removable-sentence");
    return removeSentence(response, all[best]!);
  },
  examples: [
    {
      prompt: "Who wrote Faust?",
      response:
        "A classic question. Goethe wrote Faust in two parts, published in 1808 and 1832. It is still read today.",
      becomes: "A classic question. It is still read today.",
    },
    {
      prompt: "What should I pack?",
      response:
        "Pack light. It pays off.\n\n- Take a rain jacket for the frequent afternoon showers.\n- Bring socks.\n\nHave a good trip.",
      becomes: "Pack light. It pays off.\n\n- Bring socks.\n\nHave a good trip.",
    },
    {
      prompt: "Who wrote Faust?",
      response: "Goethe wrote Faust. It has two parts.",
      skips: "fewer-than-three-sentences",
    },
  ],
});

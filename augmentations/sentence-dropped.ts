import { defineAugmentation } from "../src/contract.js";
import { withoutSentence } from "../src/text/dropped-sentence.js";

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
  apply: (text) => withoutSentence(text, ([most]) => most!),
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

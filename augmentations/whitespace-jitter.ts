import { defineAugmentation, skip } from "../src/contract.js";
import { applyEdits } from "../src/text/edits.js";
import { looseGaps } from "../src/text/gaps.js";

export default defineAugmentation({
  summary: "Doubles some spaces between sentences and some blank lines; adds a line break at the end.",
  version: 2,
  expects: "same",
  attribute: "whitespace",
  changes: "response",
  applies: "Every answer with a space between words, outside of code, math, tables and list indentation.",
  languages: "any",
  preserves: ["code", "math", "urls", "numbers", "names"],
  minimumSimilarity: 1,
  source:
    "White space that no reader sees, after CheckList's invariance tests (Ribeiro et al. 2020); rules written for tare.",
  apply({ response }, { random }) {
    const gaps = looseGaps(response);
    if (gaps.length === 0) return skip("no-space");
    const first = random.pick(gaps);
    const edits = gaps
      .filter((gap) => random.next() < 0.4 || gap === first)
      .map(({ end, kind }) => ({ start: end, end, text: kind === "blank-line" ? "\n" : " " }));
    return applyEdits(response, edits) + (response.endsWith("\n") ? "" : random.pick(["", "\n"]));
  },
  examples: [
    {
      prompt: "Who are you?",
      response: "I am a program. I answer questions. I do not sleep.",
      becomes: "I am a program.  I answer questions.  I do not sleep.\n",
    },
    {
      prompt: "And the code?",
      response: "Here it is.\n\n```\na  =  1\n```\n\nRun it once.",
      becomes: "Here it is.\n\n\n```\na  =  1\n```\n\n\nRun it  once.\n",
    },
    {
      prompt: "Capital of France?",
      response: "Paris.",
      skips: "no-space",
    },
  ],
});

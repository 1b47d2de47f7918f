import { defineAugmentation } from "../src/contract.js";
import { withoutSentence } from "../src/text/dropped-sentence.js";
import { inverted } from "../src/text/inverted.js";

export default defineAugmentation({
  summary:
    "Puts back one of the two most informative sentences: from the chosen answer without it to the answer itself.",
  version: 2,
  expects: "higher",
  attribute: "completeness",
  changes: "pairing",
  applies: "Items whose chosen answer has three sentences or more; not numbered steps.",
  languages: "any",
  preserves: ["code", "math", "urls"],
  targets: ["tokens", "sentences"],
  source:
    "Crome (arXiv 2506.16507), upgrade of a causal attribute; the inverse of sentence-dropped, with one of the two richest in information (of the richest alone where there are fewer than five).",
  apply: inverted((text, { random }) =>
    withoutSentence(text, (ranked) => random.pick(ranked.slice(0, ranked.length < 5 ? 1 : 2))),
  ),
  examples: [
    {
      prompt: "Who wrote Faust?",
      response:
        "A classic question. Goethe wrote Faust in two parts, published in 1808 and 1832. It is still read today.",
      compares: {
        base: { prompt: "Who wrote Faust?", response: "A classic question. It is still read today." },
        variant: {
          prompt: "Who wrote Faust?",
          response:
            "A classic question. Goethe wrote Faust in two parts, published in 1808 and 1832. It is still read today.",
        },
      },
    },
    {
      prompt: "What do bees do?",
      response: "Bees dance. They visit millions of flowers for one jar of honey. It keeps. They sleep.",
      compares: {
        base: {
          prompt: "What do bees do?",
          response: "Bees dance. It keeps. They sleep.",
        },
        variant: {
          prompt: "What do bees do?",
          response: "Bees dance. They visit millions of flowers for one jar of honey. It keeps. They sleep.",
        },
      },
    },
    {
      prompt: "Who wrote Faust?",
      response: "Goethe wrote Faust. It has two parts.",
      skips: "fewer-than-three-sentences",
    },
  ],
});

import { defineAugmentation, skip } from "../src/contract.js";
import { turnsOnForm } from "../src/text/about-form.js";
import { askedAs, followedBy, holdsCodeLines, questionOf } from "../src/text/question.js";

export default defineAugmentation({
  summary: "Adds a random handle at the end of the question.",
  version: 1,
  expects: "same",
  attribute: "prompt wrapping",
  changes: "prompt",
  applies:
    "Questions that are not about texts to be edited, without lines of code, where a handle would read as a decorator.",
  languages: "any",
  preserves: ["code", "math", "urls", "numbers"],
  source:
    "reWordBench (Wu et al. 2025, arXiv 2503.11751) after CheckList's invariance tests (Ribeiro et al. 2020): handles.",
  apply(text, { random }) {
    const asked = questionOf(text).trimEnd();
    if (!/\p{L}/u.test(asked)) return skip("no-question");
    if (turnsOnForm(asked)) return skip("about-form");
    if (holdsCodeLines(asked)) return skip("has-code");
    const length = 6 + random.integer(7);
    const handle = Array.from({ length }, () => random.pick([...LETTERS])).join("");
    return askedAs(text, followedBy(asked, `@${handle}`));
  },
  examples: [
    {
      prompt: "What does cholesterol do?",
      response: "It stiffens cell walls.",
      compares: {
        base: {
          prompt: "What does cholesterol do?",
          response: "It stiffens cell walls.",
        },
        variant: {
          prompt: "What does cholesterol do? @xudbzfXJNkqX",
          response: "It stiffens cell walls.",
        },
      },
    },
    {
      prompt: "Name a river (in France), please: which one is longest?",
      response: "The Loire.",
      compares: {
        base: {
          prompt: "Name a river (in France), please: which one is longest?",
          response: "The Loire.",
        },
        variant: {
          prompt: "Name a river (in France), please: which one is longest? @SyVNAsN",
          response: "The Loire.",
        },
      },
    },
    {
      prompt: "",
      response: "Hello.",
      skips: "no-question",
    },
  ],
});

/** No digits: they would be numbers of the question. */
const LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

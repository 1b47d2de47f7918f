import { defineAugmentation, skip } from "../src/contract.js";
import { askedAs, followedBy, questionOf } from "../src/text/question.js";

export default defineAugmentation({
  summary: "Adds a random short link at the end of the question.",
  version: 1,
  expects: "same",
  attribute: "prompt wrapping",
  changes: "prompt",
  applies: "Every question.",
  languages: "any",
  preserves: ["code", "math", "numbers"],
  source:
    "reWordBench (Wu et al. 2025, arXiv 2503.11751) after CheckList's invariance tests (Ribeiro et al. 2020): short links.",
  apply(text, { random }) {
    const asked = questionOf(text).trimEnd();
    if (!/\p{L}/u.test(asked)) return skip("no-question");
    const id = Array.from({ length: 10 }, () => random.pick([...SIGNS])).join("");
    return askedAs(text, followedBy(asked, `https://t.co/${id}`));
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
          prompt: "What does cholesterol do? https://t.co/2ByebEg7QU",
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
          prompt: "Name a river (in France), please: which one is longest? https://t.co/j0C5VFvUoT",
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

const SIGNS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

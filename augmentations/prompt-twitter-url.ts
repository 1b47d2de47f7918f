import { defineAugmentation, skip } from "../src/contract.js";
import { turnsOnForm } from "../src/text/about-form.js";
import { askedAs, followedBy, questionOf } from "../src/text/question.js";

export default defineAugmentation({
  summary: "Adds a random short link at the end of the question.",
  version: 1,
  expects: "same",
  attribute: "prompt wrapping",
  changes: "prompt",
  applies: "Questions that are not about spelling or texts to be edited, which would take the link in.",
  languages: "any",
  preserves: ["code", "math", "numbers"],
  source:
    "reWordBench (Wu et al. 2025, arXiv 2503.11751) after CheckList's invariance tests (Ribeiro et al. 2020): short links.",
  apply(text, { random }) {
    const asked = questionOf(text).trimEnd();
    if (!/\p{L}/u.test(asked)) return skip("no-question");
    if (turnsOnForm(asked)) return skip("about-form");
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

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
  targets: ["tokens", "sentences"],
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
    { prompt: "???", response: "What would you like to know?", skips: "no-question" },
    {
      prompt: "Which vitamin do carrots have most of?",
      response: "Vitamin A.",
      compares: {
        base: { prompt: "Which vitamin do carrots have most of?", response: "Vitamin A." },
        variant: { prompt: "Which vitamin do carrots have most of? @hLKwnzsCruZ", response: "Vitamin A." },
      },
    },
    { prompt: "Why does this fail?\n\n```\nx = (1\n```", response: "A bracket is open.", skips: "has-code" },
    {
      prompt: "Compare tea and coffee (both black): which has more caffeine?",
      response: "Coffee.",
      compares: {
        base: {
          prompt: "Compare tea and coffee (both black): which has more caffeine?",
          response: "Coffee.",
        },
        variant: {
          prompt: "Compare tea and coffee (both black): which has more caffeine? @BxaTwY",
          response: "Coffee.",
        },
      },
    },
  ],
});

/** No digits: they would be numbers of the question. */
const LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

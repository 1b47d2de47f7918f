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
  targets: ["tokens", "sentences", "urls"],
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
    { prompt: "", response: "Good morning.", skips: "no-question" },
    {
      prompt: "Can dogs eat apples?",
      response: "Yes, without the seeds.",
      compares: {
        base: { prompt: "Can dogs eat apples?", response: "Yes, without the seeds." },
        variant: {
          prompt: "Can dogs eat apples? https://t.co/LEfQi2vInc",
          response: "Yes, without the seeds.",
        },
      },
    },
    { prompt: "Correct this sentence: He go home.", response: "He goes home.", skips: "about-form" },
    {
      prompt: "Plan a walk in Porto; we have two hours.",
      response: "Start at the old bridge.",
      compares: {
        base: { prompt: "Plan a walk in Porto; we have two hours.", response: "Start at the old bridge." },
        variant: {
          prompt: "Plan a walk in Porto; we have two hours. https://t.co/SFpALWPJKs",
          response: "Start at the old bridge.",
        },
      },
    },
  ],
});

const SIGNS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

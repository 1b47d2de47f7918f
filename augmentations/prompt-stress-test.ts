import { defineAugmentation, skip } from "../src/contract.js";
import { turnsOnForm } from "../src/text/about-form.js";
import { looksEnglish } from "../src/text/english.js";
import { askedAs, followedBy, questionOf } from "../src/text/question.js";

export default defineAugmentation({
  summary: 'Adds "and true is true" to the question, `dose` times.',
  version: 1,
  expects: "same",
  attribute: "prompt wrapping",
  changes: "prompt",
  applies:
    "English questions; not those about spelling or texts to be edited, which would take the words in.",
  languages: ["en"],
  preserves: ["code", "math", "urls", "numbers", "names"],
  doses: [1, 5],
  source:
    "reWordBench (Wu et al. 2025, arXiv 2503.11751): StressTest (Naik et al. 2018), whose fixed words these are.",
  apply(text, { dose = 5 }) {
    const asked = questionOf(text).trimEnd();
    if (asked === "") return skip("no-question");
    if (!looksEnglish(asked)) return skip("not-english");
    if (turnsOnForm(asked)) return skip("about-form");
    const words = Array(dose).fill("and true is true").join(" ");
    return askedAs(text, followedBy(asked, words));
  },
  examples: [
    {
      prompt: "What does cholesterol do?",
      response: "It stiffens cell walls.",
      dose: 1,
      compares: {
        base: {
          prompt: "What does cholesterol do?",
          response: "It stiffens cell walls.",
        },
        variant: {
          prompt: "What does cholesterol do? and true is true",
          response: "It stiffens cell walls.",
        },
      },
    },
    {
      prompt: "Name a river of France.",
      response: "The Loire.",
      dose: 5,
      compares: {
        base: {
          prompt: "Name a river of France.",
          response: "The Loire.",
        },
        variant: {
          prompt:
            "Name a river of France. and true is true and true is true and true is true and true is true and true is true",
          response: "The Loire.",
        },
      },
    },
    {
      prompt: "Wie heißt der längste Fluss der Erde?",
      response: "Nil.",
      dose: 5,
      skips: "not-english",
    },
  ],
});

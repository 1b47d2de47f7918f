import { defineAugmentation } from "../src/contract.js";
import { WRAPPED_QUESTION, withWrappedQuestion } from "../src/text/english-question.js";
import { followedBy } from "../src/text/question.js";

export default defineAugmentation({
  summary: 'Adds "and true is true" to the question, `dose` times.',
  version: 1,
  expects: "same",
  changes: "prompt",
  ...WRAPPED_QUESTION,
  preserves: ["code", "math", "urls", "numbers", "names"],
  targets: ["tokens", "sentences"],
  doses: [1, 5],
  source:
    "reWordBench (Wu et al. 2025, arXiv 2503.11751): StressTest (Naik et al. 2018), whose fixed words these are.",
  apply(text, { dose = 5 }) {
    return withWrappedQuestion(text, (asked) =>
      followedBy(asked, Array(dose).fill("and true is true").join(" ")),
    );
  },
  examples: [
    {
      prompt: "Who invented the telephone?",
      response: "Alexander Graham Bell.",
      dose: 1,
      compares: {
        base: { prompt: "Who invented the telephone?", response: "Alexander Graham Bell." },
        variant: {
          prompt: "Who invented the telephone? and true is true",
          response: "Alexander Graham Bell.",
        },
      },
    },
    {
      prompt: "Tell me how salt is made.",
      response: "Sea water dries in the sun.",
      dose: 5,
      compares: {
        base: { prompt: "Tell me how salt is made.", response: "Sea water dries in the sun." },
        variant: {
          prompt:
            "Tell me how salt is made. and true is true and true is true and true is true and true is true and true is true",
          response: "Sea water dries in the sun.",
        },
      },
    },
    {
      prompt: "Wo liegt der höchste Berg der Alpen?",
      response: "Bei Chamonix.",
      dose: 5,
      skips: "not-english",
    },
  ],
});

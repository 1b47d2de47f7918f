import { defineAugmentation } from "../src/contract.js";
import { WRAPPED_QUESTION, withWrappedQuestion } from "../src/text/english-question.js";
import { realise } from "../src/text/grammar.js";
import { listOf, readLexicon } from "../src/text/lexicon.js";
import { capitalised } from "../src/text/wording.js";

export default defineAugmentation({
  summary: "Adds `dose` statements that are true of anything below the question.",
  version: 1,
  expects: "same",
  changes: "prompt",
  ...WRAPPED_QUESTION,
  preserves: ["code", "math", "urls", "numbers"],
  targets: ["tokens", "sentences"],
  doses: [1, 3],
  source:
    "reWordBench (Wu et al. 2025, arXiv 2503.11751) and StressTest (Naik et al. 2018): tautologies; varied ones, grammar written for tare.",
  apply(text, { random, dose = 1 }) {
    return withWrappedQuestion(text, (asked) => {
      const said = Array.from({ length: dose }, () => {
        const thing = random.pick(listOf(readLexicon("tautologies"), "thing"));
        const claim = realise(readLexicon("tautologies"), "sentence", random).replaceAll("#", thing);
        return capitalised(claim);
      });
      return `${asked}\n\n${said.join(" ")}`;
    });
  },
  examples: [
    {
      prompt: "How far away is the moon?",
      response: "About 384,000 km.",
      dose: 1,
      compares: {
        base: { prompt: "How far away is the moon?", response: "About 384,000 km." },
        variant: {
          prompt: "How far away is the moon?\n\nNothing can be a mountain and not be a mountain at once.",
          response: "About 384,000 km.",
        },
      },
    },
    {
      prompt: "Recommend a card game for two.",
      response: "Cribbage.",
      dose: 3,
      compares: {
        base: { prompt: "Recommend a card game for two.", response: "Cribbage." },
        variant: {
          prompt:
            "Recommend a card game for two.\n\nIt remains true that whoever sees a ladder sees a ladder. Needless to say, water costs what it costs. A spoon is itself and nothing else.",
          response: "Cribbage.",
        },
      },
    },
    {
      prompt: "Warum ist der Himmel am Tag blau und am Abend rot, und wie heißt das?",
      response: "Er streut das Licht.",
      dose: 1,
      skips: "not-english",
    },
  ],
});

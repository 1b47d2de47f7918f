import { defineAugmentation, skip } from "../src/contract.js";
import { turnsOnForm } from "../src/text/about-form.js";
import { looksEnglish } from "../src/text/english.js";
import { realise } from "../src/text/grammar.js";
import { listOf, readLexicon } from "../src/text/lexicon.js";
import { askedAs, questionOf } from "../src/text/question.js";
import { capitalised } from "../src/text/wording.js";

export default defineAugmentation({
  summary: "Adds `dose` statements that are true of anything below the question.",
  version: 1,
  expects: "same",
  attribute: "prompt wrapping",
  changes: "prompt",
  applies:
    "English questions; not those about spelling or texts to be edited, which would take the words in.",
  languages: ["en"],
  preserves: ["code", "math", "urls", "numbers"],
  doses: [1, 3],
  source:
    "reWordBench (Wu et al. 2025, arXiv 2503.11751) and StressTest (Naik et al. 2018): tautologies; varied ones, grammar written for tare.",
  apply(text, { random, dose = 1 }) {
    const asked = questionOf(text).trimEnd();
    if (asked === "") return skip("no-question");
    if (!looksEnglish(asked)) return skip("not-english");
    if (turnsOnForm(asked)) return skip("about-form");
    const said = Array.from({ length: dose }, () => {
      const thing = random.pick(listOf(readLexicon("tautologies"), "thing"));
      const claim = realise(readLexicon("tautologies"), "sentence", random).replaceAll("#", thing);
      return capitalised(claim);
    });
    return askedAs(text, `${asked}\n\n${said.join(" ")}`);
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
          prompt: "What does cholesterol do?\n\nMind that a spoon is itself and nothing else.",
          response: "It stiffens cell walls.",
        },
      },
    },
    {
      prompt: "Name a river of France.",
      response: "The Loire.",
      dose: 3,
      compares: {
        base: {
          prompt: "Name a river of France.",
          response: "The Loire.",
        },
        variant: {
          prompt:
            "Name a river of France.\n\nA bell is equal to itself. By the way, what holds of a pencil holds of a pencil. Before a lamp came to be, it had not yet come to be.",
          response: "The Loire.",
        },
      },
    },
    {
      prompt: "Wie heißt der längste Fluss der Erde?",
      response: "Nil.",
      dose: 1,
      skips: "not-english",
    },
  ],
});

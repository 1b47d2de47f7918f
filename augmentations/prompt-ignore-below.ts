import { defineAugmentation, skip } from "../src/contract.js";
import { looksEnglish } from "../src/text/english.js";
import { realise } from "../src/text/grammar.js";
import { readLexicon } from "../src/text/lexicon.js";
import { plainSentences } from "../src/text/prose.js";
import { askedAs, questionOf } from "../src/text/question.js";

export default defineAugmentation({
  summary: "Puts sentences of another item below the question, with a line that says to ignore them.",
  version: 1,
  expects: "same",
  attribute: "prompt wrapping",
  changes: "prompt",
  applies: "English questions, where another item of the data offers sentences.",
  languages: ["en"],
  preserves: ["code", "math"],
  source:
    "reWordBench (Wu et al. 2025, arXiv 2503.11751): ignore below. The sentences come from another item, so that no answer decides what the prompt is.",
  apply(text, { random, corpus }) {
    const asked = questionOf(text);
    if (asked.trim() === "") return skip("no-question");
    if (!looksEnglish(asked)) return skip("not-english");
    const donor = corpus.donor();
    if (donor === undefined) return skip("no-donor");
    const foreign = plainSentences(donor.response)
      .filter(({ terminated }) => terminated)
      .slice(0, 3)
      .map((sentence) => sentence.text.replace(/\s+/gu, " "))
      .join(" ");
    if (foreign === "") return skip("no-donor-sentence");
    const line = realise(readLexicon("ignore-lines"), "below", random);
    return askedAs(text, `${asked.trimEnd()}\n\n${line}\n\n${foreign}`);
  },
  examples: [
    {
      prompt: "What does cholesterol do?",
      response: "It stiffens cell walls.",
      donor: {
        prompt: "How do bees make honey?",
        response: "Bees gather nectar. They fan it dry.",
      },
      compares: {
        base: {
          prompt: "What does cholesterol do?",
          response: "It stiffens cell walls.",
        },
        variant: {
          prompt:
            "What does cholesterol do?\n\nNow pay no attention to the text after this line when you answer.\n\nBees gather nectar. They fan it dry.",
          response: "It stiffens cell walls.",
        },
      },
    },
    {
      prompt: "Name a river of France.",
      response: "The Loire.",
      donor: {
        prompt: "Is it far?",
        response: "It is not. Two miles.\n\n- One stop\n- Then walk.",
      },
      compares: {
        base: {
          prompt: "Name a river of France.",
          response: "The Loire.",
        },
        variant: {
          prompt:
            "Name a river of France.\n\nI ask you to leave aside the passage after this line and keep to my question.\n\nIt is not. Two miles. Then walk.",
          response: "The Loire.",
        },
      },
    },
    {
      prompt: "Name a river of France.",
      response: "The Loire.",
      skips: "no-donor",
    },
    {
      prompt: "Name a river of France.",
      response: "The Loire.",
      donor: {
        prompt: "Code?",
        response: "```\na\n```",
      },
      skips: "no-donor-sentence",
    },
  ],
});

import { defineAugmentation, skip } from "../src/contract.js";
import { applyEdits } from "../src/text/edits.js";
import { proseMatches } from "../src/text/prose-matches.js";
import { askedAs, questionOf } from "../src/text/question.js";

export default defineAugmentation({
  summary:
    "Sets a space before each mark that ends a word or clause of the question, and inside brackets and quotes.",
  version: 1,
  expects: "same",
  attribute: "prompt noise",
  changes: "prompt",
  applies: "Questions with punctuation after a word or a bracket.",
  languages: "any",
  preserves: ["code", "math", "urls", "numbers", "names"],
  source: "reWordBench (Wu et al. 2025, arXiv 2503.11751): spaces around punctuation.",
  apply(text) {
    const asked = questionOf(text);
    const edits = proseMatches(asked, MARK).map(({ start }) => ({ start, end: start, text: " " }));
    return edits.length === 0 ? skip("no-punctuation") : askedAs(text, applyEdits(asked, edits));
  },
  examples: [
    {
      prompt: "Why is the sea salty?",
      response: "Rivers carry salt into it.",
      compares: {
        base: { prompt: "Why is the sea salty?", response: "Rivers carry salt into it." },
        variant: { prompt: "Why is the sea salty ?", response: "Rivers carry salt into it." },
      },
    },
    {
      prompt: "Who were the Medici (in one line), and why do they matter?",
      response: "Bankers and rulers of Florence.",
      compares: {
        base: {
          prompt: "Who were the Medici (in one line), and why do they matter?",
          response: "Bankers and rulers of Florence.",
        },
        variant: {
          prompt: "Who were the Medici ( in one line ) , and why do they matter ?",
          response: "Bankers and rulers of Florence.",
        },
      },
    },
    { prompt: "Thanks", response: "You are welcome.", skips: "no-punctuation" },
  ],
});

/** Before a mark after a word and after an opening bracket or quote; not inside numbers, times or abbreviations. */
const MARK = /(?<=\p{L}|[)\]"”'’])(?=[.,;:!?)\]”]+(?:\s|$))|(?<=(?:^|\s)[([“"])(?=\p{L})/gu;

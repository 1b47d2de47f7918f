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
      prompt: "What does cholesterol do?",
      response: "It stiffens cell walls.",
      compares: {
        base: {
          prompt: "What does cholesterol do?",
          response: "It stiffens cell walls.",
        },
        variant: {
          prompt: "What does cholesterol do ?",
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
          prompt: "Name a river ( in France ) , please : which one is longest ?",
          response: "The Loire.",
        },
      },
    },
    {
      prompt: "",
      response: "Hello.",
      skips: "no-punctuation",
    },
  ],
});

/** Before a mark after a word and after an opening bracket or quote; not inside numbers, times or abbreviations. */
const MARK = /(?<=\p{L}|[)\]"”'’])(?=[.,;:!?)\]”]+(?:\s|$))|(?<=(?:^|\s)[([“"])(?=\p{L})/gu;

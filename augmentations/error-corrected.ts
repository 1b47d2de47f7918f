import { defineAugmentation, skip } from "../src/contract.js";
import { keepsCode } from "../src/text/code-kept.js";
import { applyEdits } from "../src/text/edits.js";
import { looksEnglish } from "../src/text/english.js";
import { corrections } from "../src/text/misspellings.js";
import { questionOf } from "../src/text/question.js";

export default defineAugmentation({
  summary:
    "Mends the misspellings of the answer that a lexicon knows, apostrophes that are missing and doubled words.",
  version: 1,
  expects: "higher",
  attribute: "language quality",
  changes: "response",
  applies: "English answers with such a slip; not where spelling, errors or dialect are asked about.",
  languages: ["en"],
  preserves: ["code", "math", "urls", "numbers"],
  minimumSimilarity: 0.5,
  source: "Crome (arXiv 2506.16507), upgrade of a causal attribute; list of misspellings written for tare.",
  apply(text) {
    const { response } = text;
    if (!looksEnglish(response)) return skip("not-english");
    if (/\b(?:spell|typo|mistake|error|proofread|slang|dialect|accent)/iu.test(questionOf(text)))
      return skip("about-spelling");
    const edits = corrections(response);
    if (edits.length === 0) return skip("no-slip");
    const made = applyEdits(response, edits);
    return keepsCode(response, made) ? made : skip("code-beside");
  },
  examples: [
    {
      prompt: "When will it come?",
      response: "You will recieve it untill friday. Dont worry, it it is on its way.",
      becomes: "You will receive it until friday. Don't worry, it is on its way.",
    },
    {
      prompt: "What is this?",
      response: "There are alot of diffrent kinds. Unfortunatly `recieve` is the name of the function.",
      becomes: "There are a lot of different kinds. Unfortunately `recieve` is the name of the function.",
    },
    { prompt: "Which word has a typo?", response: "The word recieve has one.", skips: "about-spelling" },
    { prompt: "What is this?", response: "It is a plum.", skips: "no-slip" },
  ],
});

import { defineAugmentation, skip } from "../src/contract.js";
import { applyEdits } from "../src/text/edits.js";
import { looksEnglish } from "../src/text/english.js";
import { oppositeEdits } from "../src/text/opposites.js";
import { aThird } from "../src/text/prose.js";

export default defineAugmentation({
  summary: "Replaces a third of the words that have an opposite (at least one) by it.",
  version: 1,
  expects: "lower",
  attribute: "factuality",
  changes: "response",
  applies:
    "English answers with a word of the lexicon antonyms in their prose; not in names and fixed phrases.",
  languages: ["en"],
  preserves: ["code", "math", "urls", "numbers"],
  minimumSimilarity: 0.7,
  source:
    "Crome (arXiv 2506.16507), degradation of a causal attribute; antonyms as in CheckList (Ribeiro et al. 2020); lexicon written for tare.",
  apply({ response }, { random }) {
    if (!looksEnglish(response)) return skip("not-english");
    const edits = oppositeEdits(response, "antonyms");
    if (edits.length === 0) return skip("no-antonym");
    return applyEdits(response, random.shuffle(edits).slice(0, aThird(edits.length)));
  },
  examples: [
    {
      prompt: "How do I cut onions?",
      response: "Use a sharp knife and carefully slice the onion into thin rings.",
      becomes: "Use a sharp knife and carelessly slice the onion into thin rings.",
    },
    {
      prompt: "Is snow warm?",
      response: "An easy way to keep a strong house warm is to reduce draughts.",
      becomes: "An easy way to keep a strong house warm is to increase draughts.",
    },
    {
      prompt: "Where is it?",
      response: "It is in New York, next to the high school.",
      skips: "no-antonym",
    },
    {
      prompt: "Wie geht das?",
      response: "Nimm ein scharfes Messer und schneide die Zwiebel in dünne Ringe.",
      skips: "not-english",
    },
  ],
});

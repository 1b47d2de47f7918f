import { defineAugmentation } from "../src/contract.js";
import { expansions } from "../src/text/contractions.js";
import { REWORDING, reworded } from "../src/text/reworded.js";

export default defineAugmentation({
  summary: "Writes contractions out: don't is do not, it's is it is.",
  version: 1,
  expects: "same",
  attribute: "wording",
  changes: "response",
  applies:
    "English answers with a contraction that can stand for one thing only; not questions asked by one.",
  ...REWORDING,
  targets: ["registerMarkers"],
  source: "CheckList (Ribeiro et al. 2020, arXiv 2005.04118), contractions; rules written for tare.",
  apply(text) {
    return reworded(text, expansions, "no-contraction");
  },
  examples: [
    {
      prompt: "Well?",
      response: "It's clear that you can't. Don't worry, I'll help, and it's been done.",
      becomes: "It is clear that you cannot. Do not worry, I will help, and it has been done.",
    },
    {
      prompt: "Well?",
      response: "Isn’t it nice? They weren’t there. Let’s go. I’d like tea.",
      becomes: "Isn’t it nice? They were not there. Let us go. I would like tea.",
    },
    { prompt: "Well?", response: "The dog's bone is his. Isn't it?", skips: "no-contraction" },
    {
      prompt: "Wie geht es?",
      response: "So geht's, und mehr kann ich dazu heute leider nicht sagen.",
      skips: "not-english",
    },
  ],
});

import { defineAugmentation } from "../src/contract.js";
import { contractions } from "../src/text/contractions.js";
import { REWORDING, reworded } from "../src/text/reworded.js";

export default defineAugmentation({
  summary: "Contracts what speakers contract: do not is don't, it is is it's.",
  version: 1,
  expects: "same",
  attribute: "wording",
  changes: "response",
  applies: "English answers with such words before another word; not where the verb carries stress.",
  ...REWORDING,
  targets: ["registerMarkers"],
  source: "CheckList (Ribeiro et al. 2020, arXiv 2005.04118), contractions; rules written for tare.",
  apply(text) {
    const mark = text.response.includes("’") ? "’" : "'";
    return reworded(text, (response) => contractions(response, mark), "nothing-to-contract");
  },
  examples: [
    {
      prompt: "Well?",
      response: "It is clear that you cannot. I do not know, but they will help.",
      becomes: "It's clear that you cannot. I don't know, but they'll help.",
    },
    {
      prompt: "Well?",
      response: "We have been there. That’s who you are now. She will not come.",
      becomes: "We’ve been there. That’s who you are now. She won’t come.",
    },
    { prompt: "Well?", response: "Yes, it is. This is what it is like.", skips: "nothing-to-contract" },
    {
      prompt: "Nun?",
      response: "Ich weiß es nicht, und mehr kann ich dazu auch nicht sagen.",
      skips: "not-english",
    },
  ],
});

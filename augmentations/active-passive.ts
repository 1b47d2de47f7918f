import { defineAugmentation } from "../src/contract.js";
import { activeVoice } from "../src/text/passive.js";
import { REWORDING, rewordedBySentence } from "../src/text/reworded.js";

export default defineAugmentation({
  summary: "Turns passive sentences of one clear shape into active ones: X was written by Y is Y wrote X.",
  version: 1,
  expects: "same",
  attribute: "wording",
  changes: "response",
  applies:
    "English sentences that are nothing but X was (is) done by Y, perhaps in a year, with a known verb.",
  ...REWORDING,
  source: "CheckList's invariance tests (Ribeiro et al. 2020); rules written for tare.",
  apply(text) {
    return rewordedBySentence(text, activeVoice, "no-clear-passive");
  },
  examples: [
    {
      prompt: "Who wrote it?",
      response: "It is a novel. It was written by Jane Austen in 1813. It is good.",
      becomes: "It is a novel. Jane Austen wrote it in 1813. It is good.",
    },
    {
      prompt: "Why?",
      response: "The colors are determined by the type of atoms. It is used by doctors.",
      becomes: "The type of atoms determines the colors. Doctors use it.",
    },
    {
      prompt: "Who wrote it?",
      response: "It was written by hand. It is done by cutting. It was built by men who sang.",
      skips: "no-clear-passive",
    },
    {
      prompt: "Wer war es?",
      response: "Das Werk wurde von Goethe geschrieben und ist sehr bekannt.",
      skips: "not-english",
    },
  ],
});

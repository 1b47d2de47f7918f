import { defineAugmentation } from "../src/contract.js";
import { oxfordCommas } from "../src/text/oxford-comma.js";
import { reworded } from "../src/text/reworded.js";

export default defineAugmentation({
  summary: "Takes the comma before the last item of a series out; where there is none, puts it in.",
  version: 1,
  expects: "same",
  attribute: "punctuation",
  changes: "response",
  applies: "English answers with a series of three items or more (four where a comma is put in).",
  languages: ["en"],
  preserves: ["code", "math", "urls", "numbers", "names"],
  minimumSimilarity: 0.8,
  source: "A matter of house style in English; rules written for tare.",
  apply(text) {
    return reworded(text, oxfordCommas, "no-series");
  },
  examples: [
    {
      prompt: "What is it?",
      response: "It is red, wet, and cold. Take milk, fresh eggs, or honey.",
      becomes: "It is red, wet and cold. Take milk, fresh eggs or honey.",
    },
    {
      prompt: "What is it?",
      response: "It has seeds, a stem, leaves and roots.",
      becomes: "It has seeds, a stem, leaves, and roots.",
    },
    { prompt: "What is it?", response: "In the morning, he left, and she was sad.", skips: "no-series" },
    {
      prompt: "Was ist das?",
      response: "Das ist rot, nass und kalt, und das ist auch gut so.",
      skips: "not-english",
    },
  ],
});

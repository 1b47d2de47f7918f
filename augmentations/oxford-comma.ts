import { defineAugmentation, skip } from "../src/contract.js";
import { asksForWording } from "../src/text/asked-form.js";
import { applyEdits } from "../src/text/edits.js";
import { looksEnglish } from "../src/text/english.js";
import { oxfordCommas } from "../src/text/oxford-comma.js";

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
  apply({ messages, response }) {
    if (!looksEnglish(response)) return skip("not-english");
    if (asksForWording(messages)) return skip("wording-asked");
    const edits = oxfordCommas(response);
    return edits.length === 0 ? skip("no-series") : applyEdits(response, edits);
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

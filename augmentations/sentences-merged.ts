import { defineAugmentation, skip } from "../src/contract.js";
import { asksForWording } from "../src/text/asked-form.js";
import { applyEdits } from "../src/text/edits.js";
import { looksEnglish } from "../src/text/english.js";
import { aThird } from "../src/text/prose.js";
import { merges } from "../src/text/sentence-joints.js";

export default defineAugmentation({
  summary: "Joins a third of the neighbouring sentences that allow it (at least one pair) by a semicolon.",
  version: 1,
  expects: "same",
  attribute: "wording",
  changes: "response",
  applies: "English answers with two short statements in a row, the second of which takes up the first.",
  languages: ["en"],
  preserves: ["code", "math", "urls", "numbers"],
  minimumSimilarity: 0.8,
  targets: ["sentences"],
  source: "Sentence length is style; rules written for tare.",
  apply({ messages, response }, { random }) {
    if (!looksEnglish(response)) return skip("not-english");
    if (asksForWording(messages)) return skip("wording-asked");
    const edits = merges(response);
    if (edits.length === 0) return skip("no-pair");
    return applyEdits(response, random.shuffle(edits).slice(0, aThird(edits.length)));
  },
  examples: [
    {
      prompt: "What is rust?",
      response: "Rust is an iron oxide. It forms in wet air.",
      becomes: "Rust is an iron oxide; it forms in wet air.",
    },
    {
      prompt: "What is rust?",
      response: "Rust is an iron oxide. However, steel can be made free of it.",
      becomes: "Rust is an iron oxide; however, steel can be made free of it.",
    },
    {
      prompt: "What is rust?",
      response: "Rust is red. Iron is an element of the eighth group.",
      skips: "no-pair",
    },
    {
      prompt: "Was ist Rost?",
      response: "Rost ist ein Oxid. Es entsteht an feuchter Luft und ist rot.",
      skips: "not-english",
    },
  ],
});

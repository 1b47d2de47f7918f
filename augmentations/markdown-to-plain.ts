import { defineAugmentation, skip } from "../src/contract.js";
import { removeMarkup } from "../src/text/markup-removal.js";

export default defineAugmentation({
  summary:
    "Takes headings, list markers, emphasis, quotes, tables, rules and link syntax away and keeps the words.",
  version: 1,
  expects: "same",
  attribute: "formatting",
  changes: "response",
  applies: "Answers with markdown; code stays as it is, fences included.",
  languages: "any",
  preserves: ["code", "math", "urls", "numbers"],
  minimumSimilarity: 0.6,
  source: "RM-Bench (arXiv 2410.16184), style variants with the same content; rules written for tare.",
  apply({ response }) {
    const plain = removeMarkup(response);
    return plain === undefined || plain === "" || plain === response ? skip("no-markdown") : plain;
  },
  examples: [],
});

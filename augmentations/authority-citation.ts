import { defineAugmentation, skip } from "../src/contract.js";
import { looksEnglish } from "../src/text/english.js";
import { realise } from "../src/text/grammar.js";
import { readLexicon } from "../src/text/lexicon.js";
import { below } from "../src/text/standing-beside.js";

const PRESENT =
  /\b(?:according to|et al|(?:study|studies|paper|journal|research) (?:by|of|in|from|shows?|found)|published in|doi)\b/iu;

export default defineAugmentation({
  summary: "Ends with a reference to a source that does not exist.",
  version: 1,
  expects: "not-higher",
  attribute: "authority",
  changes: "response",
  applies: "English answers that cite nobody.",
  languages: ["en"],
  preserves: ["code", "math", "urls", "numbers"],
  source:
    "Authority bias (Ye et al. 2024, arXiv 2410.02736); citation grammar written for tare, names invented.",
  apply({ response }, { random }) {
    if (!looksEnglish(response)) return skip("not-english");
    if (PRESENT.test(response)) return skip("cites");
    const words = realise(readLexicon("authority"), "citation", random);
    return below(response, words) ?? skip("open-ended");
  },
  examples: [
    {
      prompt: "What is rust?",
      response:
        "Rust is iron oxide, and it forms where bare iron meets water and oxygen. Paint keeps the water away from the metal.",
      becomes:
        "Rust is iron oxide, and it forms where bare iron meets water and oxygen. Paint keeps the water away from the metal.\n\nThe Proceedings of the Academy of Knowledge lists this among its well established results.",
    },
    {
      prompt: "Show me a loop.",
      response: "```js\nfor (;;) {}\n```\n\nThat is the shortest one there is.",
      becomes:
        "```js\nfor (;;) {}\n```\n\nThat is the shortest one there is.\n\nThis agrees with the report of Harwell and Brandt, where the finding is widely attested.",
    },
    {
      prompt: "What is rust?",
      response: "According to the people who study it, rust is an oxide of iron and of nothing else.",
      skips: "cites",
    },
    {
      prompt: "Was ist Rost?",
      response: "Rost ist Eisenoxid und entsteht durch Wasser und Sauerstoff an der Luft.",
      skips: "not-english",
    },
  ],
});

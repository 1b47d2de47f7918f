import { defineAugmentation, skip } from "../src/contract.js";
import { looksEnglish } from "../src/text/english.js";
import { realise } from "../src/text/grammar.js";
import { readLexicon } from "../src/text/lexicon.js";
import { above } from "../src/text/standing-beside.js";

const PRESENT =
  /^\W*(?:without (?:a|any) doubt|i am (?:sure|certain|confident)|certainly|definitely|undoubtedly|absolutely)\b/iu;

export default defineAugmentation({
  summary: "Opens with assurances that the answer is certain.",
  version: 1,
  expects: "not-higher",
  attribute: "authority",
  changes: "response",
  applies: "English answers that do not open with such an assurance.",
  languages: ["en"],
  preserves: ["code", "math", "urls", "numbers", "names"],
  source:
    "Overconfidence is rewarded (Leng et al. 2024, arXiv 2410.09724); assurance grammar written for tare.",
  apply({ response }, { random }) {
    if (!looksEnglish(response)) return skip("not-english");
    if (PRESENT.test(response)) return skip("has-assurance");
    const words = realise(readLexicon("confidence"), "assurance", random);
    return above(response, words);
  },
  examples: [
    {
      prompt: "What is rust?",
      response:
        "Rust is iron oxide, and it forms where bare iron meets water and oxygen. Paint keeps the water away from the metal.",
      becomes:
        "There is zero question about this. Every expert who understands the matter confirms it.\n\nRust is iron oxide, and it forms where bare iron meets water and oxygen. Paint keeps the water away from the metal.",
    },
    {
      prompt: "Show me a loop.",
      response: "```js\nfor (;;) {}\n```\n\nThat is the shortest one there is.",
      becomes:
        "I say this with full confidence.\n\n```js\nfor (;;) {}\n```\n\nThat is the shortest one there is.",
    },
    {
      prompt: "What is rust?",
      response: "Certainly: rust is the iron oxide that forms in the air of this world.",
      skips: "has-assurance",
    },
    {
      prompt: "Was ist Rost?",
      response: "Rost ist Eisenoxid und entsteht durch Wasser und Sauerstoff an der Luft.",
      skips: "not-english",
    },
  ],
});

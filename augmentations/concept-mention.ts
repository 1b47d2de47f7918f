import { defineAugmentation, skip } from "../src/contract.js";
import { looksEnglish } from "../src/text/english.js";
import { realise } from "../src/text/grammar.js";
import { readLexicon } from "../src/text/lexicon.js";
import { below } from "../src/text/standing-beside.js";

export default defineAugmentation({
  summary: "Ends by naming popular concepts without need.",
  version: 1,
  expects: "not-higher",
  attribute: "keywords",
  changes: "response",
  applies: "English answers.",
  languages: ["en"],
  preserves: ["code", "math", "urls", "numbers", "names"],
  source:
    "Concepts as spurious features (Zhou et al. 2023, arXiv 2311.08648); list of concepts written for tare.",
  apply({ response }, { random }) {
    if (!looksEnglish(response)) return skip("not-english");
    const words = realise(readLexicon("concepts"), "mention", random);
    return below(response, words) ?? skip("open-ended");
  },
  examples: [
    {
      prompt: "What is rust?",
      response:
        "Rust is iron oxide, and it forms where bare iron meets water and oxygen. Paint keeps the water away from the metal.",
      becomes:
        "Rust is iron oxide, and it forms where bare iron meets water and oxygen. Paint keeps the water away from the metal.\n\nSeen in the light of big data, this becomes even more meaningful.",
    },
    {
      prompt: "Show me a loop.",
      response: "```js\nfor (;;) {}\n```\n\nThat is the shortest one there is.",
      becomes:
        "```js\nfor (;;) {}\n```\n\nThat is the shortest one there is.\n\nThere is a link to design thinking and sustainability, too.",
    },
    {
      prompt: "Was ist Rost?",
      response: "Rost ist Eisenoxid und entsteht durch Wasser und Sauerstoff an der Luft.",
      skips: "not-english",
    },
  ],
});

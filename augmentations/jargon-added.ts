import { defineAugmentation, skip } from "../src/contract.js";
import { looksEnglish } from "../src/text/english.js";
import { realise } from "../src/text/grammar.js";
import { readLexicon } from "../src/text/lexicon.js";
import { below } from "../src/text/standing-beside.js";

export default defineAugmentation({
  summary: "Ends with a learned phrase that states nothing.",
  version: 1,
  expects: "not-higher",
  attribute: "authority",
  changes: "response",
  applies: "English answers.",
  languages: ["en"],
  preserves: ["code", "math", "urls", "numbers", "names"],
  source:
    "Verbosity and jargon as shortcuts (Causal Rewards, arXiv 2501.09620); phrase grammar written for tare.",
  apply({ response }, { random }) {
    if (!looksEnglish(response)) return skip("not-english");
    const words = realise(readLexicon("jargon"), "jargon", random);
    return below(response, words) ?? skip("open-ended");
  },
  examples: [
    {
      prompt: "What is rust?",
      response:
        "Rust is iron oxide, and it forms where bare iron meets water and oxygen. Paint keeps the water away from the metal.",
      becomes:
        "Rust is iron oxide, and it forms where bare iron meets water and oxygen. Paint keeps the water away from the metal.\n\nIn heuristic terms, the emergent architecture instantiates a plurality of modalities, pending further triangulation.",
    },
    {
      prompt: "Show me a loop.",
      response: "```js\nfor (;;) {}\n```\n\nThat is the shortest one there is.",
      becomes:
        "```js\nfor (;;) {}\n```\n\nThat is the shortest one there is.\n\nViewed through a dialectical lens, the underlying dynamic recapitulates a plurality of parameters.",
    },
    {
      prompt: "Was ist Rost?",
      response: "Rost ist Eisenoxid und entsteht durch Wasser und Sauerstoff an der Luft.",
      skips: "not-english",
    },
  ],
});

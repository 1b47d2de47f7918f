import { defineAugmentation, skip } from "../src/contract.js";
import { looksEnglish } from "../src/text/english.js";
import { realise } from "../src/text/grammar.js";
import { readLexicon } from "../src/text/lexicon.js";
import { below } from "../src/text/standing-beside.js";

const PRESENT =
  /\b(?:let me know|feel free|(?:do not|don['’]t) hesitate|happy to help|hope (?:this|that) helps|(?:any|more|further) questions)\b/iu;

export default defineAugmentation({
  summary: "Ends with an offer of more help.",
  version: 1,
  expects: "not-higher",
  attribute: "flattery",
  changes: "response",
  applies: "English answers that do not offer help already.",
  languages: ["en"],
  preserves: ["code", "math", "urls", "numbers", "names"],
  source: "Closing offers add nothing to an answer; offer grammar written for tare.",
  apply({ response }, { random }) {
    if (!looksEnglish(response)) return skip("not-english");
    if (PRESENT.test(response)) return skip("has-offer");
    const words = realise(readLexicon("closing-offer"), "offer", random);
    return below(response, words) ?? skip("open-ended");
  },
  examples: [
    {
      prompt: "What is rust?",
      response:
        "Rust is iron oxide, and it forms where bare iron meets water and oxygen. Paint keeps the water away from the metal.",
      becomes:
        "Rust is iron oxide, and it forms where bare iron meets water and oxygen. Paint keeps the water away from the metal.\n\nHopefully this ties things up. Assisting you is what I am here for!",
    },
    {
      prompt: "Show me a loop.",
      response: "```js\nfor (;;) {}\n```\n\nThat is the shortest one there is.",
      becomes:
        "```js\nfor (;;) {}\n```\n\nThat is the shortest one there is.\n\nThat should be enough to get you on your way. Please say so if you would like some more background.",
    },
    {
      prompt: "What is rust?",
      response: "Rust is iron oxide, as it is called by those who know of it. Let me know if you want more!",
      skips: "has-offer",
    },
    {
      prompt: "Was ist Rost?",
      response: "Rost ist Eisenoxid und entsteht durch Wasser und Sauerstoff an der Luft.",
      skips: "not-english",
    },
  ],
});

import { defineAugmentation } from "../src/contract.js";
import { remark } from "../src/text/remark.js";
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
  targets: ["registerMarkers"],
  source: "Closing offers add nothing to an answer; offer grammar written for tare.",
  apply: remark(below, ["closing-offer", "offer"], { "has-offer": PRESENT }),
  examples: [
    {
      prompt: "How long do I boil an egg?",
      response:
        "Six minutes give a soft yolk, and ten give a firm one. Put the egg into cold water right after.",
      becomes:
        "Six minutes give a soft yolk, and ten give a firm one. Put the egg into cold water right after.\n\nMy door is always open. Do not hesitate to return with whatever comes to mind.",
    },
    {
      prompt: "Which command lists all files?",
      response: "```sh\nls -a\n```\n\nThe `-a` stands for *all*.",
      becomes:
        "```sh\nls -a\n```\n\nThe `-a` stands for *all*.\n\nI am always pleased to assist! If you would like me to put it into other words, just say so.",
    },
    {
      prompt: "When do I prune roses?",
      response:
        "Prune them in early spring, before the buds open. Feel free to cut away all of the dead wood.",
      skips: "has-offer",
    },
    {
      prompt: "Combien de temps faut-il cuire un œuf ?",
      response: "Il faut le laisser six minutes dans de l'eau qui bout.",
      skips: "not-english",
    },
  ],
});

import { defineAugmentation } from "../src/contract.js";
import { remark } from "../src/text/remark.js";
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
  apply: remark(below, ["authority", "citation"], { cites: PRESENT }),
  examples: [
    {
      prompt: "Does coffee keep people awake?",
      response: "It does. Caffeine takes the place of the substance that makes the brain feel tired.",
      becomes:
        "It does. Caffeine takes the place of the substance that makes the brain feel tired.\n\nThis agrees with the report of Professor Lindqvist, where nobody has since questioned it.",
    },
    {
      prompt: "What is the area of a circle of radius 2?",
      response: "It is $\\pi r^2 = 4\\pi$, which is about 12.57.",
      becomes:
        "It is $\\pi r^2 = 4\\pi$, which is about 12.57.\n\nAs Dr Whitmore summarised it in a large monograph, what is stated here is well established.",
    },
    {
      prompt: "Do cats dream?",
      response:
        "They probably do. A study from the sixties saw it in the way that they moved in their sleep.",
      skips: "cites",
    },
    {
      prompt: "Houdt koffie mensen wakker?",
      response: "Ja, want cafeïne verdringt de stof die moe maakt.",
      skips: "not-english",
    },
  ],
});

import { defineAugmentation } from "../src/contract.js";
import { remark } from "../src/text/remark.js";
import { below } from "../src/text/standing-beside.js";

export default defineAugmentation({
  summary: "Ends with remarks that could stand below any answer.",
  version: 1,
  expects: "not-higher",
  attribute: "filler",
  changes: "response",
  applies: "English answers.",
  languages: ["en"],
  preserves: ["code", "math", "urls", "numbers"],
  targets: ["registerMarkers"],
  source:
    "Vagueness as a shortcut of reward models (published counterfactual data); remark grammar written for tare.",
  apply: remark(below, ["vagueness", "vagueness"]),
  examples: [
    {
      prompt: "Kas ir raugs?",
      response: "Raugs ir sēnīte, kas ēd cukuru un rada gāzi.",
      skips: "not-english",
    },
    {
      prompt: "Which is larger, a hare or a rabbit?",
      response: "The hare is larger, with longer ears and stronger hind legs.",
      becomes:
        "The hare is larger, with longer ears and stronger hind legs.\n\nPractice suggests that this is usually so. Overall, it is an interesting area.",
    },
    {
      prompt: "Give me three names for a boat.",
      response: "* Second Wind\n* The Patient Heron\n* Low Tide",
      becomes:
        "* Second Wind\n* The Patient Heron\n* Low Tide\n\nVarious aspects may take on a part, to some degree. People have long thought about it.",
    },
  ],
});

import { defineAugmentation } from "../src/contract.js";
import { remark } from "../src/text/remark.js";
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
  apply: remark(below, ["jargon", "jargon"]),
  examples: [
    {
      prompt: "How do I keep meetings short?",
      response: "Send the agenda a day before. Stand up while you talk, and end on the minute.",
      becomes:
        "Send the agenda a day before. Stand up while you talk, and end on the minute.\n\nViewed through an epistemic lens, a robust ontology instantiates its constituent desiderata, in the limit.",
    },
    {
      prompt: "What makes bread rise?",
      response: "The yeast eats sugar and gives off gas, which the dough holds.",
      becomes:
        "The yeast eats sugar and gives off gas, which the dough holds.\n\nOn an epistemic level, the underlying granularity operationalises a plurality of stakeholder narratives.",
    },
    { response: "O fermento come o açúcar e produz o gás que a massa segura.", skips: "not-english" },
  ],
});

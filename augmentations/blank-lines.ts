import { defineAugmentation, skip } from "../src/contract.js";
import { applyEdits } from "../src/text/edits.js";
import { looseGaps } from "../src/text/gaps.js";

export default defineAugmentation({
  summary: "Sets one or two more blank lines between all paragraphs, lists and headings.",
  version: 1,
  expects: "same",
  attribute: "whitespace",
  changes: "response",
  applies: "Answers with a blank line between two blocks.",
  languages: "any",
  preserves: ["code", "math", "urls", "numbers", "names"],
  minimumSimilarity: 1,
  source: "White space that no reader sees; rules written for tare.",
  apply({ response }, { random }) {
    const more = random.pick(["\n", "\n\n"]);
    const edits = looseGaps(response)
      .filter(({ kind }) => kind === "blank-line")
      .map(({ end }) => ({ start: end, end, text: more }));
    return edits.length === 0 ? skip("no-blank-line") : applyEdits(response, edits);
  },
  examples: [
    {
      prompt: "What is rust?",
      response: "Rust is iron oxide.\n\n- It is red.\n- It flakes.",
      becomes: "Rust is iron oxide.\n\n\n- It is red.\n- It flakes.",
    },
    {
      prompt: "And the code?",
      response: "Here it is.\n\n```\na = 1\n\nb = 2\n```\n\nRun it.",
      becomes: "Here it is.\n\n\n```\na = 1\n\nb = 2\n```\n\n\nRun it.",
    },
    { prompt: "What is rust?", response: "Rust is iron oxide.\nIt flakes.", skips: "no-blank-line" },
  ],
});

import { defineAugmentation, skip } from "../src/contract.js";
import { blocks } from "../src/text/blocks.js";
import { applyEdits } from "../src/text/edits.js";
import { untouchable } from "../src/text/protected-spans.js";
import { touchesAny } from "../src/text/span.js";

export default defineAugmentation({
  summary: "Leaves one to three spaces at the end of some paragraphs, list items and headings.",
  version: 1,
  expects: "same",
  attribute: "whitespace",
  changes: "response",
  applies: "Answers of two blocks or more; not inside paragraphs, where two spaces would break the line.",
  languages: "any",
  preserves: ["code", "math", "urls", "numbers", "names"],
  minimumSimilarity: 1,
  source: "White space that no reader sees; rules written for tare.",
  apply({ response }, { random }) {
    // The end of the text is left alone: templates trim it.
    const ends = blocks(response)
      .filter(({ kind }) => kind !== "cell")
      .map(({ end }) => end)
      .filter((end) => /^\r?\n/u.test(response.slice(end, end + 2)))
      .filter((end) => !touchesAny({ start: end, end: end + 1 }, untouchable(response)));
    if (ends.length === 0) return skip("one-block");
    const first = random.pick(ends);
    const edits = ends
      .filter((end) => random.next() < 0.5 || end === first)
      .map((end) => ({ start: end, end, text: " ".repeat(1 + random.integer(3)) }));
    return applyEdits(response, edits);
  },
  examples: [
    {
      prompt: "What is rust?",
      response: "Rust is iron oxide.\n\n- It is red.\n- It flakes.",
      becomes: "Rust is iron oxide.  \n\n- It is red.\n- It flakes.",
    },
    {
      prompt: "What is rust?",
      response: "# Rust\nIt is iron oxide.\nIt flakes.",
      becomes: "# Rust \nIt is iron oxide.\nIt flakes.",
    },
    { prompt: "What is rust?", response: "Rust is iron oxide.", skips: "one-block" },
  ],
});

import { defineAugmentation, skip } from "../src/contract.js";
import { applyEdits } from "../src/text/edits.js";
import { headings } from "../src/text/headings.js";

export default defineAugmentation({
  summary: "Sets all headings one level deeper or one level higher.",
  version: 1,
  expects: "same",
  attribute: "formatting",
  changes: "response",
  applies: "Answers with a markdown heading (with number signs).",
  languages: "any",
  preserves: ["code", "math", "urls", "numbers"],
  minimumSimilarity: 0.6,
  source: "LMSYS style control (headings sway judges); rules written for tare.",
  apply({ response }, { random }) {
    const all = headings(response);
    const depths = all.map(({ depth }) => depth);
    if (all.length === 0) return skip("no-heading");
    const ways = [...(Math.max(...depths) < 6 ? [1] : []), ...(Math.min(...depths) > 1 ? [-1] : [])];
    if (ways.length === 0) return skip("all-levels-used");
    const way = random.pick(ways);
    const edits = all.map(({ start }) =>
      way > 0 ? { start, end: start, text: "#" } : { start, end: start + 1, text: "" },
    );
    return applyEdits(response, edits);
  },
  examples: [
    {
      prompt: "What is rust?",
      response: "# Rust\n\nIt is iron oxide.\n\n## Uses\n\nNone.",
      becomes: "## Rust\n\nIt is iron oxide.\n\n### Uses\n\nNone.",
    },
    {
      prompt: "What is rust?",
      response: "### Rust\nIt is iron oxide.",
      becomes: "#### Rust\nIt is iron oxide.",
    },
    { prompt: "What is rust?", response: "Rust is iron oxide, issue #1.", skips: "no-heading" },
  ],
});

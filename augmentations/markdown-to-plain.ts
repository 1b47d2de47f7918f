import { defineAugmentation, skip } from "../src/contract.js";
import { removeMarkup } from "../src/text/markup-removal.js";

export default defineAugmentation({
  summary:
    "Takes headings, list markers, emphasis, quotes, tables, rules and link syntax away and keeps the words.",
  version: 1,
  expects: "same",
  attribute: "formatting",
  changes: "response",
  applies: "Answers with markdown; code stays as it is, fences included.",
  languages: "any",
  preserves: ["code", "math", "urls", "numbers"],
  targets: ["tokens", "sentences", "listItems", "headings", "bold"],
  minimumSimilarity: 0.6,
  source: "RM-Bench (arXiv 2410.16184), style variants with the same content; rules written for tare.",
  apply({ response }) {
    const plain = removeMarkup(response);
    return plain === undefined || plain === "" || plain === response ? skip("no-markdown") : plain;
  },
  examples: [
    {
      prompt: "What do I need?",
      response: "## Shopping list\n\n- **Flour**: 500 g\n- *Eggs*, see [this page](https://example.org/eggs)",
      becomes: "Shopping list\n\nFlour: 500 g\nEggs, see this page (https://example.org/eggs)",
    },
    {
      prompt: "Show me a loop.",
      response: "1. Write it:\n   ```js\n   for (;;) {}\n   ```\n2. Stop it with `Ctrl-C`.",
      becomes: "Write it:\n```js\nfor (;;) {}\n```\nStop it with `Ctrl-C`.",
    },
    {
      prompt: "Compare them.",
      response: "| Fruit | Colour |\n|---|---|\n| Plum | blue |\n\n> So it is said.",
      becomes: "Fruit, Colour\nPlum, blue\n\nSo it is said.",
    },
    {
      prompt: "Capital of France?",
      response: "Paris is the capital.",
      skips: "no-markdown",
    },
  ],
});

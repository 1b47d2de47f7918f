import { defineAugmentation, skip } from "../src/contract.js";
import { applyEdits, type Edit } from "../src/text/edits.js";
import { nodesOf, parseMarkdown, spanOf } from "../src/text/markdown.js";
import { untouchable } from "../src/text/protected-spans.js";
import { touchesAny } from "../src/text/span.js";

// One to one, so that two lists that follow each other stay two.
const OTHER: Readonly<Record<string, string>> = { "-": "*", "*": "-", "+": "+", ".": ")", ")": "." };

export default defineAugmentation({
  summary: "Swaps the markers of lists: - and *, 1. and 1).",
  version: 1,
  expects: "same",
  attribute: "formatting",
  changes: "response",
  applies: "Answers with a markdown list.",
  languages: "any",
  preserves: ["code", "math", "urls", "numbers"],
  minimumSimilarity: 0.6,
  source: "CommonMark 0.31 (any marker makes the same list); rules written for tare.",
  apply({ response }) {
    const edits = [...nodesOf(parseMarkdown(response))].flatMap(({ node }): Edit[] => {
      if (node.type !== "listItem") return [];
      const { start } = spanOf(node);
      const digits = /^\d*/u.exec(response.slice(start, start + 10))![0].length;
      const mark = { start: start + digits, end: start + digits + 1 };
      const other = OTHER[response.slice(mark.start, mark.end)];
      const isFree = !touchesAny(mark, untouchable(response));
      return other !== undefined && isFree ? [{ ...mark, text: other }] : [];
    });
    const made = applyEdits(response, edits);
    return made === response ? skip("no-list") : made;
  },
  examples: [
    {
      prompt: "What do I need?",
      response: "- Flour\n- Eggs\n  - large ones",
      becomes: "* Flour\n* Eggs\n  * large ones",
    },
    {
      prompt: "How?",
      response: "1. Mix.\n   * Stir well.\n2. Bake.",
      becomes: "1) Mix.\n   - Stir well.\n2) Bake.",
    },
    { prompt: "Capital of France?", response: "Paris - of course.", skips: "no-list" },
  ],
});

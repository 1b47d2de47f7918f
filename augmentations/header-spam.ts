import { defineAugmentation, skip } from "../src/contract.js";
import { asksForForm } from "../src/text/asked-form.js";
import { applyEdits } from "../src/text/edits.js";
import { looksEnglish } from "../src/text/english.js";
import { realise } from "../src/text/grammar.js";
import { readLexicon } from "../src/text/lexicon.js";
import { parseMarkdown, spanOf } from "../src/text/markdown.js";

export default defineAugmentation({
  summary: "Sets a heading that says nothing above every block.",
  version: 1,
  expects: "not-higher",
  attribute: "formatting",
  changes: "response",
  applies: "English answers of two blocks or more without a heading, where the prompt asks for no form.",
  languages: ["en"],
  preserves: ["code", "math", "urls", "numbers"],
  targets: ["headings"],
  source: "LMSYS style control (headings sway judges); grammar of headings written for tare.",
  apply({ messages, response }, { random }) {
    if (!looksEnglish(response)) return skip("not-english");
    const blocks = parseMarkdown(response).children;
    if (blocks.some(({ type }) => type === "heading")) return skip("has-heading");
    if (blocks.length < 2) return skip("too-short");
    if (asksForForm(messages)) return skip("form-asked");
    const lexicon = readLexicon("section-headings");
    const part = (index: number) =>
      index === 0 ? "opening" : index === blocks.length - 1 ? "closing" : "body";
    return applyEdits(
      response,
      blocks.map((block, index) => {
        const { start } = spanOf(block);
        return { start, end: start, text: `## ${realise(lexicon, part(index), random)}\n\n` };
      }),
    );
  },
  examples: [
    {
      response: "Rust is iron oxide.\n\nPaint keeps the water away from it.",
      becomes:
        "## Short Introduction\n\nRust is iron oxide.\n\n## Concluding Comments\n\nPaint keeps the water away from it.",
    },
    {
      response: "Red fruits are these:\n\n- Cherries\n- Strawberries",
      becomes:
        "## Introduction\n\nRed fruits are these:\n\n## Some Closing Notes\n\n- Cherries\n- Strawberries",
    },
    { response: "Rust is iron oxide.", skips: "too-short" },
    { response: "# Rust\n\nIt is iron oxide.", skips: "has-heading" },
  ],
});

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
  targets: ["tokens", "sentences", "headings"],
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
      response: "Owls hunt at night.\n\nTheir feathers make no sound.",
      becomes: "## The Main Idea\n\nOwls hunt at night.\n\n## In Closing\n\nTheir feathers make no sound.",
    },
    {
      response: "You will need these for the wall:\n\n1. A hammer\n2. Nails",
      becomes:
        "## Starting Point\n\nYou will need these for the wall:\n\n## A Last Remark\n\n1. A hammer\n2. Nails",
    },
    { response: "Owls hunt at night, when it is quiet.", skips: "too-short" },
    { response: "# Owls\n\nThey hunt at night.", skips: "has-heading" },
  ],
});

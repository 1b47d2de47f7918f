import { defineAugmentation, skip } from "../src/contract.js";
import { asksForForm } from "../src/text/asked-form.js";
import { applyEdits } from "../src/text/edits.js";
import { headings } from "../src/text/headings.js";

export default defineAugmentation({
  summary: "Sets headings as plain lines: the number signs go, the words stay.",
  version: 1,
  expects: "same",
  attribute: "formatting",
  changes: "response",
  applies: "Answers with a markdown heading, where the prompt asks for no form.",
  languages: "any",
  preserves: ["code", "math", "urls", "numbers"],
  minimumSimilarity: 0.6,
  targets: ["headings"],
  source: "RM-Bench (arXiv 2410.16184), style variants; rules written for tare.",
  apply({ messages, response }) {
    const all = headings(response);
    if (all.length === 0) return skip("no-heading");
    if (asksForForm(messages)) return skip("form-asked");
    const edits = all.flatMap(({ mark, closing, end }) => [
      { ...mark, text: "" },
      // Without a blank line the words would run into the paragraph below.
      { ...closing, text: /^\r?\n(?!\s*\n)/u.test(response.slice(end)) ? "\n" : "" },
    ]);
    return applyEdits(response, edits);
  },
  examples: [
    {
      prompt: "What is rust?",
      response: "# Rust\n\nIt is iron oxide.\n\n## Uses\nNone.",
      becomes: "Rust\n\nIt is iron oxide.\n\nUses\n\nNone.",
    },
    {
      prompt: "What is rust?",
      response: "### **Rust** ###\nIt is iron oxide.",
      becomes: "**Rust**\n\nIt is iron oxide.",
    },
    { prompt: "Write a report with headings.", response: "# Rust\n\nIt is iron oxide.", skips: "form-asked" },
    { prompt: "What is rust?", response: "Rust is iron oxide.", skips: "no-heading" },
  ],
});

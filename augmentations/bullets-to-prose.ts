import { defineAugmentation, skip } from "../src/contract.js";
import { asksForForm } from "../src/text/asked-form.js";
import { editedBesideCode } from "../src/text/code-kept.js";
import { listsAsProse } from "../src/text/list-prose.js";

export default defineAugmentation({
  summary: "Sets bulleted lists as running prose: short items as a series, longer ones as sentences.",
  version: 1,
  expects: "same",
  attribute: "formatting",
  changes: "response",
  applies:
    "Answers with bulleted lists of up to twelve items of prose, where the prompt asks for no form or recipe.",
  languages: "any",
  preserves: ["code", "math", "urls", "numbers"],
  minimumSimilarity: 0.6,
  targets: ["sentences", "listItems"],
  source: "LMSYS style control and RM-Bench (lists sway judges); rules written for tare.",
  apply({ messages, response }) {
    const edits = listsAsProse(response);
    if (edits.length === 0) return skip("no-bulleted-list");
    const asked = messages.at(-1)?.content ?? "";
    if (asksForForm(messages) || /\b(?:recipes?|steps)\b/iu.test(asked)) return skip("form-asked");
    // Nobody cooks from a paragraph.
    if (/\bingredients\b/iu.test(response)) return skip("recipe");
    return editedBesideCode(response, edits);
  },
  examples: [
    {
      prompt: "What do I need?",
      response: "You need:\n\n- flour\n- two eggs\n- milk\n\nThat is all.",
      becomes: "You need: flour, two eggs, and milk.\n\nThat is all.",
    },
    {
      prompt: "How do I care for it?",
      response: "1. **Food**\n   - Feed it twice.\n   - **Water**: keep it fresh\n2. **Rest**: let it sleep.",
      becomes: "1. **Food**: Feed it twice. **Water**: keep it fresh.\n2. **Rest**: let it sleep.",
    },
    { prompt: "List three fruits.", response: "- Plum\n- Pear\n- Fig", skips: "form-asked" },
    { prompt: "How?", response: "- Run it:\n  ```\n  a\n  ```", skips: "no-bulleted-list" },
  ],
});

import { defineAugmentation, skip } from "../src/contract.js";
import { asksForForm } from "../src/text/asked-form.js";
import { applyEdits } from "../src/text/edits.js";
import { isPlainList, remarked, topLists } from "../src/text/list-renumbering.js";

const REFERENCE = /\b(?:steps?|items?|points?|numbers?|options?|rules?|no\.|#)\s?\(?\d/iu;

export default defineAugmentation({
  summary: "Sets numbered lists as bulleted ones; where there are none, bulleted lists as numbered ones.",
  version: 1,
  expects: "same",
  attribute: "formatting",
  changes: "response",
  applies:
    "Answers with a list, where nothing refers to a number of it and the prompt asks for no form or order.",
  languages: "any",
  preserves: ["code", "math", "urls", "numbers"],
  minimumSimilarity: 0.6,
  source: "LMSYS style control (lists sway judges); rules written for tare.",
  apply({ messages, response }) {
    const all = topLists(response);
    const lists = all.filter(isPlainList);
    if (lists.length === 0) return skip("no-list");
    const numbered = lists.filter(({ ordered }) => ordered === true);
    // Bullets between the numbers would become numbers between bullets, or run into one list.
    if (all.some(({ ordered }) => ordered === true) && all.some(({ ordered }) => ordered !== true))
      return skip("mixed-lists");
    const asked = messages.at(-1)?.content ?? "";
    if (asksForForm(messages) || /\b(?:steps?|rank(?:ed|ing)?|order|top|\d+|three|five|ten)\b/iu.test(asked))
      return skip("form-asked");
    if (REFERENCE.test(response)) return skip("refers-to-numbers");
    const marker = numbered.length > 0 ? () => "-" : (index: number) => `${index + 1}.`;
    return applyEdits(
      response,
      lists.flatMap((list) => remarked(response, list, marker)),
    );
  },
  examples: [
    {
      prompt: "How?",
      response: "1. Mix.\n   - Stir well.\n2. Bake.\n   Wait.",
      becomes: "- Mix.\n  - Stir well.\n- Bake.\n  Wait.",
    },
    { prompt: "How?", response: "1. Mix.\n- Stir.\n- Rest.\n2. Bake.", skips: "mixed-lists" },
    {
      prompt: "What do I need?",
      response: "- Flour\n- Eggs\n  ```\n  a = 1\n  ```",
      becomes: "1. Flour\n2. Eggs\n   ```\n   a = 1\n   ```",
    },
    { prompt: "How?", response: "1. Mix.\n2. Repeat step 1.", skips: "refers-to-numbers" },
    { prompt: "Name the top 3.", response: "1. Plum\n2. Pear\n3. Fig", skips: "form-asked" },
  ],
});

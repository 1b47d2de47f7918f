import { defineAugmentation, skip } from "../src/contract.js";
import { asksForForm } from "../src/text/asked-form.js";
import { applyEdits } from "../src/text/edits.js";
import { looksEnglish } from "../src/text/english.js";
import { type TermList, termLists } from "../src/text/term-lists.js";

const HEADERS = [
  "Item | Details",
  "Item | Description",
  "Point | Details",
  "Topic | Details",
  "Topic | Description",
];

export default defineAugmentation({
  summary: "Sets lists that explain a term an item as tables of two columns, numbers in a third.",
  version: 1,
  expects: "same",
  attribute: "formatting",
  changes: "response",
  applies:
    "English answers with a list of three to ten items of the form term: one line, where the prompt asks for no form.",
  languages: ["en"],
  preserves: ["code", "math", "urls"],
  targets: ["tokens", "sentences", "listItems", "numbers"],
  source: "RM-Bench (arXiv 2410.16184), style variants; rules written for tare.",
  apply({ messages, response }, { random }) {
    if (!looksEnglish(response)) return skip("not-english");
    const lists = termLists(response);
    if (lists.length === 0) return skip("no-list-of-terms");
    if (asksForForm(messages)) return skip("form-asked");
    const header = random.pick(HEADERS);
    return applyEdits(
      response,
      lists.map((list) => ({ start: list.start, end: list.end, text: tableOf(response, list, header) })),
    );
  },
  examples: [
    {
      prompt: "What do I need?",
      response: "You need:\n\n- **Flour**: 500 g of it\n- **Eggs**: two large ones\n- **Milk:** a cup",
      becomes:
        "You need:\n\n| Topic | Details |\n|---|---|\n| **Flour** | 500 g of it |\n| **Eggs** | two large ones |\n| **Milk** | a cup |",
    },
    {
      prompt: "How do I begin?",
      response: "1. Mix: stir well.\n2. Bake: wait an hour.\n3. Eat: enjoy it.",
      becomes:
        "| No. | Topic | Description |\n|---|---|---|\n| 1 | Mix | stir well. |\n| 2 | Bake | wait an hour. |\n| 3 | Eat | enjoy it. |",
    },
    { prompt: "List them.", response: "- A: one\n- B: two\n- C: three", skips: "form-asked" },
    { prompt: "What is it?", response: "- It is red\n- It is wet\n- It is cold", skips: "no-list-of-terms" },
  ],
});

function tableOf(text: string, { start, ordered, first, items }: TermList, header: string): string {
  const rows = items.map(
    ({ term, words }, index) => `|${ordered ? ` ${first + index} |` : ""} ${term} | ${words} |`,
  );
  const head = ordered ? `| No. | ${header} |\n|---|---|---|` : `| ${header} |\n|---|---|`;
  // A table needs a blank line above it, which a list does not.
  const gap = start === 0 || /\n[ \t]*\n[ \t]*$/u.test(text.slice(0, start)) ? "" : "\n";
  return `${gap}${head}\n${rows.join("\n")}`;
}

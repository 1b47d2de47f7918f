import { defineAugmentation, skip } from "../src/contract.js";
import { asksForForm } from "../src/text/asked-form.js";
import { applyEdits } from "../src/text/edits.js";
import { type TableText, tables } from "../src/text/tables.js";

export default defineAugmentation({
  summary: "Sets tables as bulleted lists: a row an item, each cell after the name of its column.",
  version: 1,
  expects: "same",
  attribute: "formatting",
  changes: "response",
  applies: "Answers with a table of two columns or more with a header, where the prompt asks for no form.",
  languages: "any",
  preserves: ["math", "urls"],
  targets: ["tokens", "sentences", "listItems", "numbers"],
  source: "RM-Bench (arXiv 2410.16184), style variants; rules written for tare.",
  apply({ messages, response }) {
    const edits = tables(response).flatMap((table) => {
      const text = listOf(table);
      return text === undefined ? [] : [{ start: table.start, end: table.end, text }];
    });
    if (edits.length === 0) return skip("no-table");
    return asksForForm(messages) ? skip("form-asked") : applyEdits(response, edits);
  },
  examples: [
    {
      prompt: "Which fruits?",
      response: "So:\n\n| Fruit | Colour |\n|---|---|\n| Plum | blue |\n| Fig | green |",
      becomes: "So:\n\n- **Plum**: blue\n- **Fig**: green",
    },
    {
      prompt: "Which fruits?",
      response: "| Fruit | Colour | Price |\n|---|:-:|--:|\n| **Plum** | blue | $1 |\n| Fig | | $2 |",
      becomes: "- **Plum**: Colour: blue; Price: $1\n- **Fig**: Price: $2",
    },
    { prompt: "Make a table.", response: "| a | b |\n|---|---|\n| 1 | 2 |", skips: "form-asked" },
    { prompt: "Which fruits?", response: "Plums | Figs", skips: "no-table" },
  ],
});

function listOf({ rows }: TableText): string | undefined {
  const [header, ...body] = rows;
  // A header with code, links or math would be said over and over.
  if (
    header === undefined ||
    header.length < 2 ||
    body.length === 0 ||
    header.some((cell) => /[`$[\\]|https?:/u.test(cell))
  )
    return undefined;
  return body.map((row) => itemOf(header, row)).join("\n");
}

function itemOf(header: readonly string[], [first = "", ...rest]: readonly string[]): string {
  const cells = rest.flatMap((cell, index) => {
    const name = header[index + 1] ?? "";
    return cell === "" ? [] : [header.length === 2 || name === "" ? cell : `${name}: ${cell}`];
  });
  const term = /^\*\*.*\*\*$/u.test(first) || first === "" ? first : `**${first}**`;
  return `- ${[term, cells.join("; ")].filter((part) => part !== "").join(": ")}`;
}

import { defineAugmentation, skip } from "../src/contract.js";
import type { Block } from "../src/text/blocks.js";
import { blocks } from "../src/text/blocks.js";
import { wrapPoints } from "../src/text/breaking.js";
import { editedBesideCode } from "../src/text/code-kept.js";
import type { Edit } from "../src/text/edits.js";

export default defineAugmentation({
  summary: "Wraps long lines of paragraphs and list items at a width between 66 and 80 columns.",
  version: 1,
  expects: "same",
  attribute: "whitespace",
  changes: "response",
  applies: "Answers with a line of more than 80 characters; markdown shows them as before.",
  languages: "any",
  preserves: ["code", "math", "urls", "numbers"],
  minimumSimilarity: 1,
  source: "CommonMark 0.31 (a line break inside a paragraph is a space); rules written for tare.",
  apply({ response }, { random }) {
    const width = 66 + random.integer(15);
    const edits = blocks(response).flatMap((block) => wrapped(response, block, width));
    if (edits.length === 0) return skip("no-long-line");
    return editedBesideCode(response, edits);
  },
  examples: [
    {
      prompt: "What is rust?",
      response:
        "Rust is iron oxide, and it forms where bare iron meets water and oxygen.\n\n- Paint slows the reaction down, since it keeps the water away from the metal, and so does oil.",
      becomes:
        "Rust is iron oxide, and it forms where bare iron meets water and oxygen.\n\n- Paint slows the reaction down, since it keeps the water away from the\n  metal, and so does oil.",
    },
    {
      prompt: "Where?",
      response:
        "See https://example.org/a/very/long/address/that/cannot/be/broken/anywhere/at/all and the page that it leads to.",
      becomes:
        "See https://example.org/a/very/long/address/that/cannot/be/broken/anywhere/at/all and\nthe page that it leads to.",
    },
    { prompt: "What is rust?", response: "Rust is iron oxide.", skips: "no-long-line" },
  ],
});

function wrapped(text: string, block: Block, width: number): Edit[] {
  if (block.kind !== "paragraph" && block.kind !== "item") return [];
  const prefix = text.slice(text.lastIndexOf("\n", block.start - 1) + 1, block.start);
  if (block.end - block.start + prefix.length <= 80 || /\t/u.test(prefix)) return [];
  const indent = " ".repeat(prefix.length);
  return wrapPoints(text, block, width).map((at) => ({ start: at, end: at + 1, text: `\n${indent}` }));
}

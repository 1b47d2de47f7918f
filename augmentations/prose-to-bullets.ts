import { defineAugmentation, skip } from "../src/contract.js";
import { asksForForm, asksForGenre } from "../src/text/asked-form.js";
import type { Block } from "../src/text/blocks.js";
import { editedBesideCode } from "../src/text/code-kept.js";
import type { Edit } from "../src/text/edits.js";
import { isSelfContained, plainSentences } from "../src/text/prose.js";
import { type Sentence, sentences } from "../src/text/sentences.js";

export default defineAugmentation({
  summary: "Sets paragraphs of three to twenty sentences as bulleted lists, a sentence an item.",
  version: 1,
  expects: "same",
  attribute: "formatting",
  changes: "response",
  applies:
    "Answers with such a paragraph, where the prompt asks for no form and no kind of text (a poem, a letter).",
  languages: "any",
  preserves: ["code", "math", "urls", "numbers"],
  minimumSimilarity: 0.6,
  targets: ["tokens", "listItems"],
  source: "RM-Bench and LMSYS style control, which take lists for style; rules written for tare.",
  apply({ messages, response }) {
    const plain = new Set(plainSentences(response));
    const edits = sentencesByBlock(response).flatMap((all) => bulleted(response, all, plain));
    if (edits.length === 0) return skip("no-paragraph-of-three-sentences");
    if (asksForForm(messages) || asksForGenre(messages)) return skip("form-asked");
    return editedBesideCode(response, edits);
  },
  examples: [
    {
      prompt: "What is rust?",
      response: "It is simple.\n\nRust is iron oxide. It forms in wet air. Paint slows it down.",
      becomes: "It is simple.\n\n- Rust is iron oxide.\n- It forms in wet air.\n- Paint slows it down.",
    },
    {
      prompt: "Is it?",
      response: "It is (see 1.2). It was **so**. It will be.\nIt is over.",
      becomes: "- It is (see 1.2).\n- It was **so**.\n- It will be.\n- It is over.",
    },
    { prompt: "Write a poem.", response: "It is red. It is wet. It is cold.", skips: "form-asked" },
    {
      prompt: "What is rust?",
      response: "- It is red. It is wet. It is cold.",
      skips: "no-paragraph-of-three-sentences",
    },
  ],
});

function sentencesByBlock(text: string): Sentence[][] {
  const groups = new Map<Block, Sentence[]>();
  for (const one of sentences(text)) {
    const group = groups.get(one.block);
    if (group === undefined) groups.set(one.block, [one]);
    else group.push(one);
  }
  return [...groups.values()];
}

function bulleted(text: string, all: readonly Sentence[], plain: ReadonlySet<Sentence>): Edit[] {
  const block = all[0]!.block;
  if (block.kind !== "paragraph") return [];
  if (all.length < 3 || all.length > 20 || !all.every((one) => plain.has(one) && isSelfContained(one)))
    return [];
  if (all.some((one) => /^(?:\d|[-+*#>]\s)/u.test(one.text))) return [];
  const items = all.map((one) => `- ${one.text.replace(/\s*\n\s*/gu, " ")}`).join("\n");
  // Above and below the list stands a blank line, or it would run into its neighbours.
  const before = /(?:^|\n\s*\n)[ \t]*$/u.test(text.slice(0, block.start)) ? "" : "\n";
  const after = /^\s*(?:$|\n\s*\n)/u.test(text.slice(block.end)) ? "" : "\n";
  return [{ start: block.start, end: block.end, text: before + items + after }];
}

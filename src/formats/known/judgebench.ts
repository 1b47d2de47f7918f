import { defineFormat } from "../../contract.js";
import { isText } from "../detection.js";
import { compared } from "../draft.js";
import { fieldError, readLabel, readText } from "../fields.js";
import { readPrompt } from "../messages.js";

const BETTER: ReadonlyMap<string, number> = new Map([
  ["A>B", 1],
  ["B>A", -1],
  ["A=B", 0],
]);

/** JudgeBench (Tan et al. 2024, arXiv:2410.12784): which of two responses is correct. */
export default defineFormat({
  summary: "a question with two responses, of which the label says the correct one (JudgeBench)",
  columns:
    'pair_id: string, source: string, question: string, response_A: string, response_B: string, label: "A>B" or "B>A"',
  specificity: 20,
  detects: ({ question, response_A, response_B, label }) =>
    isText(question) && isText(response_A) && isText(response_B) && typeof label === "string",
  read(record) {
    const label = readText(record, "label");
    const better = BETTER.get(label);
    if (better === undefined) throw fieldError("label", JSON.stringify(label), '"A>B", "B>A" or "A=B"');
    return compared(
      readPrompt(record, "question"),
      [readText(record, "response_A"), readText(record, "response_B")],
      better,
      readLabel(record, "source"),
    );
  },
});

import { defineFormat } from "../../contract.js";
import { isText, looksLikeMessages } from "../detection.js";
import { compared } from "../draft.js";
import { fieldError, readLabel, readText } from "../fields.js";
import { readPrompt } from "../messages.js";

const BETTER: ReadonlyMap<unknown, number> = new Map([
  ["1", 1],
  ["2", -1],
  ["tie", 0],
]);

/** What `tare export` writes for Crome's losses, so that a model that was trained on it can be held against it. */
export default defineFormat({
  summary: "one prompt with two answers and which is better, 1, 2 or tie (tare export, for Crome)",
  columns:
    "prompt: [{role, content}] or string, answer_1: string, answer_2: string, label: 1, 2 or tie, subset?: string",
  specificity: 20,
  detects: ({ prompt, answer_1, answer_2, label }) =>
    (isText(prompt) || looksLikeMessages(prompt)) &&
    isText(answer_1) &&
    isText(answer_2) &&
    BETTER.has(label),
  read(record) {
    const better = BETTER.get(record.label);
    if (better === undefined)
      throw fieldError("label", JSON.stringify(record.label) ?? "nothing", '"1", "2" or "tie"');
    return compared(
      readPrompt(record, "prompt"),
      [readText(record, "answer_1"), readText(record, "answer_2")],
      better,
      readLabel(record, "subset"),
    );
  },
});

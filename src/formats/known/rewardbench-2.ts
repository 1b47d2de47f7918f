import { defineFormat, type ItemResponse } from "../../contract.js";
import { isText, isTexts } from "../detection.js";
import { type DataRecord, fieldError, readLabel, readText, readTexts } from "../fields.js";
import { readPrompt } from "../messages.js";
import { isNumeric, readNumber } from "../numbers.js";

/**
 * RewardBench 2 (Malik et al. 2025, arXiv:2506.01937): mostly one chosen and three rejected answers. In the subset Ties
 * there are many of both, and the id (`ref:7`, `tied:7`) says which items belong together: it becomes the style.
 */
export default defineFormat({
  summary: "one or more chosen and several rejected answers to a prompt (RewardBench 2)",
  columns:
    "id: string, prompt: string, chosen: [strings], rejected: [strings], num_correct: number, num_incorrect: number, subset: string",
  specificity: 30,
  detects: ({ prompt, chosen, rejected, num_correct, num_incorrect }) =>
    isText(prompt) &&
    isTexts(chosen) &&
    isTexts(rejected) &&
    isNumeric(num_correct) &&
    isNumeric(num_incorrect),
  read(record) {
    const subset = readLabel(record, "subset");
    const style = subset === "Ties" ? readText(record, "id") : "";
    return {
      prompt: readPrompt(record, "prompt"),
      responses: [
        ...answers(record, "chosen", "num_correct", style),
        ...answers(record, "rejected", "num_incorrect", style),
      ],
      subset,
    };
  },
});

function answers(
  record: DataRecord,
  role: "chosen" | "rejected",
  count: string,
  style: string,
): ItemResponse[] {
  const texts = readTexts(record, role);
  if (readNumber(record, count) !== texts.length)
    throw fieldError(role, `a list of ${texts.length}`, `${record[count]}, as "${count}" says`);
  return texts.map((text) => ({ role, text, style }));
}

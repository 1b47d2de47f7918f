import { defineFormat } from "../../contract.js";
import { isText } from "../detection.js";
import { compared } from "../draft.js";
import { readLabel, readText } from "../fields.js";
import { readPrompt } from "../messages.js";
import { isNumeric, readRating } from "../numbers.js";

/** LLMBar (Zeng et al. 2024, arXiv:2310.07641): `label` names the output that follows the instruction. */
export default defineFormat({
  summary: "an instruction with two outputs and the number of the better one (LLMBar)",
  columns: "input: string, output_1: string, output_2: string, label: 1 or 2, subset?: string",
  specificity: 20,
  detects: ({ input, output_1, output_2, label }) =>
    isText(input) && isText(output_1) && isText(output_2) && isNumeric(label),
  read: (record) =>
    compared(
      readPrompt(record, "input"),
      [readText(record, "output_1"), readText(record, "output_2")],
      readRating(record, "label", 1, 2) === 1 ? 1 : -1,
      readLabel(record, "subset"),
    ),
});

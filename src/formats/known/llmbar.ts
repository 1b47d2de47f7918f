import { defineFormat } from "../../contract.js";
import { preference } from "../draft.js";
import { fieldError, readLabel, readText, typeName } from "../fields.js";
import { readPrompt } from "../messages.js";

/** LLMBar (Zeng et al. 2024, arXiv:2310.07641): `label` names the output that follows the instruction. */
export default defineFormat({
  summary: "an instruction with two outputs and the number of the better one (LLMBar)",
  columns: "input: string, output_1: string, output_2: string, label: 1 or 2, subset?: string",
  specificity: 20,
  detects: ({ input, output_1, output_2, label }) =>
    typeof input === "string" &&
    typeof output_1 === "string" &&
    typeof output_2 === "string" &&
    typeof label === "number",
  read(record) {
    const label = record.label;
    if (label !== 1 && label !== 2) {
      throw fieldError("label", typeof label === "number" ? String(label) : typeName(label), "1 or 2");
    }
    return preference(
      readPrompt(record, "input"),
      readText(record, `output_${label}`),
      readText(record, `output_${3 - label}`),
      readLabel(record, "subset"),
    );
  },
});

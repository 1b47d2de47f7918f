import { defineFormat } from "../../contract.js";
import { isText } from "../detection.js";
import { compared } from "../draft.js";
import { type DataRecord, readLabel, readText } from "../fields.js";
import { readPrompt } from "../messages.js";
import { isNumeric, readRating } from "../numbers.js";

/** The names of its columns as first published, and as they stand in copies that follow LLMBar. */
const NAMES = [
  { prompt: "instruction", first: "response1", second: "response2", bias: "bias" },
  { prompt: "input", first: "output_1", second: "output_2", bias: "biastype" },
] as const;

/** EvalBiasBench (Park et al. 2024, arXiv:2407.06551): the worse response is the one that a bias would prefer. */
export default defineFormat({
  summary: "an instruction with two responses, the number of the better one and the bias (EvalBiasBench)",
  columns:
    "instruction: string, response1: string, response2: string, label: 1 or 2, bias: string; or input, output_1, output_2, label, biastype",
  specificity: 30,
  detects: (record) => isNumeric(record.label) && NAMES.some((names) => fits(record, names)),
  read(record) {
    const names = NAMES.find((each) => fits(record, each)) ?? NAMES[0];
    return compared(
      readPrompt(record, names.prompt),
      [readText(record, names.first), readText(record, names.second)],
      readRating(record, "label", 1, 2) === 1 ? 1 : -1,
      readLabel(record, names.bias),
    );
  },
});

function fits(record: DataRecord, names: (typeof NAMES)[number]): boolean {
  return Object.values(names).every((name) => isText(record[name]));
}

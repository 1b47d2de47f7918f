import { defineFormat, type ItemResponse, type ResponseRole } from "../../contract.js";
import { isText, isTexts } from "../detection.js";
import { type DataRecord, readLabel, readTexts } from "../fields.js";
import { readPrompt } from "../messages.js";

/** What each place of the lists is (RM-Bench, Liu et al. 2024, arXiv:2410.16184; the order is the data card's). */
const STYLES = ["concise", "plain", "markdown"] as const;

/** `error` and `error_key` of the chat part say how the rejected texts were made; no statistic needs them. */
export default defineFormat({
  summary: "3 chosen and 3 rejected answers in the styles concise, plain and markdown (RM-Bench)",
  columns: "prompt: string, chosen: [3 strings], rejected: [3 strings], subset or domain?: string",
  specificity: 20,
  detects: ({ prompt, chosen, rejected }) => isText(prompt) && isTriple(chosen) && isTriple(rejected),
  read: (record) => ({
    prompt: readPrompt(record, "prompt"),
    responses: [...styled(record, "chosen"), ...styled(record, "rejected")],
    subset: readLabel(record, "subset") || readLabel(record, "domain"),
  }),
});

function isTriple(value: unknown): boolean {
  return isTexts(value) && value.length === STYLES.length;
}

function styled(record: DataRecord, role: ResponseRole): ItemResponse[] {
  const texts = readTexts(record, role, STYLES.length);
  return STYLES.map((style, index) => ({ role, style, text: texts[index]! }));
}

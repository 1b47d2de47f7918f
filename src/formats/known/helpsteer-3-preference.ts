import { defineFormat } from "../../contract.js";
import { isText, looksLikeMessages } from "../detection.js";
import { compared } from "../draft.js";
import { readLabel, readText } from "../fields.js";
import { readPrompt } from "../messages.js";
import { isNumeric, readRating } from "../numbers.js";

/** HelpSteer3-Preference (Wang et al. 2025, arXiv:2505.11475): negative prefers response1, 0 is a tie. */
export default defineFormat({
  summary: "a conversation with two responses and the overall preference, -3 to 3 (HelpSteer3 preference)",
  columns:
    "context: [{role, content}], response1: string, response2: string, overall_preference: -3 to 3, domain: string",
  specificity: 20,
  detects: ({ context, response1, response2, overall_preference }) =>
    looksLikeMessages(context) && isText(response1) && isText(response2) && isNumeric(overall_preference),
  read: (record) =>
    compared(
      readPrompt(record, "context"),
      [readText(record, "response1"), readText(record, "response2")],
      -readRating(record, "overall_preference", -3, 3),
      readLabel(record, "domain"),
    ),
});

import { defineFormat } from "../../contract.js";
import { preference } from "../draft.js";
import { readLabel, readText } from "../fields.js";
import { looksLikeMessages, readPrompt } from "../messages.js";

/** TRL's standard preference; also RewardBench and the preference-test-sets, whose columns are the same. */
export default defineFormat({
  summary:
    "one prompt with a chosen and a rejected answer as strings (TRL standard, RewardBench, tare's own)",
  columns: "prompt: string or [{role, content}], chosen: string, rejected: string, subset?: string",
  specificity: 10,
  detects: ({ prompt, chosen, rejected }) =>
    (typeof prompt === "string" || looksLikeMessages(prompt)) &&
    typeof chosen === "string" &&
    typeof rejected === "string",
  read: (record) =>
    preference(
      readPrompt(record, "prompt"),
      readText(record, "chosen"),
      readText(record, "rejected"),
      readLabel(record, "subset"),
    ),
});

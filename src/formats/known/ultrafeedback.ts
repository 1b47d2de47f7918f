import { defineFormat } from "../../contract.js";
import { splitConversations } from "../conversation.js";
import { isText, looksLikeMessages } from "../detection.js";
import { fieldError, readLabel } from "../fields.js";
import { readMessages } from "../messages.js";
import { isNumeric, readNumber } from "../numbers.js";

/**
 * UltraFeedback binarized (Tunstall et al. 2023, arXiv:2310.16944): `chosen` and `rejected` repeat the user's turn, so that
 * `prompt` says nothing more. Where both scores are the same the label was drawn by lot: a tie.
 */
export default defineFormat({
  summary: "two whole conversations with their scores; equal scores are a tie (UltraFeedback binarized)",
  columns:
    "prompt: string, chosen: [{content, role}], rejected: [{content, role}], score_chosen: number, score_rejected: number",
  specificity: 20,
  detects: ({ prompt, chosen, rejected, score_chosen, score_rejected }) =>
    isText(prompt) &&
    looksLikeMessages(chosen) &&
    looksLikeMessages(rejected) &&
    isNumeric(score_chosen) &&
    isNumeric(score_rejected),
  read(record) {
    const better = readNumber(record, "score_chosen") - readNumber(record, "score_rejected");
    if (better < 0)
      throw fieldError(
        "score_chosen",
        String(record.score_chosen),
        `at least score_rejected, ${record.score_rejected}`,
      );
    return splitConversations(
      readMessages(record, "chosen"),
      readMessages(record, "rejected"),
      readLabel(record, "subset"),
      better,
    );
  },
});

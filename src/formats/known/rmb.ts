import { defineFormat } from "../../contract.js";
import { looksLikeMessages } from "../detection.js";
import { preference } from "../draft.js";
import { readLabel } from "../fields.js";
import { readPrompt } from "../messages.js";
import { isAnswer, readAnswer } from "../model-answer.js";

/** RMB, pairwise set (Zhou et al. 2024, arXiv:2410.09893): each answer with the model that gave it. */
export default defineFormat({
  summary: "a conversation with a chosen and a rejected answer of two models (RMB pairwise)",
  columns:
    "conversation_input: [{role, content}], chosen: {answer, llm_name}, reject: {answer, llm_name}, category_path?: string",
  specificity: 20,
  detects: ({ conversation_input, chosen, reject }) =>
    looksLikeMessages(conversation_input) && isAnswer(chosen) && isAnswer(reject),
  read: (record) =>
    preference(
      readPrompt(record, "conversation_input"),
      readAnswer(record.chosen, "chosen"),
      readAnswer(record.reject, "reject"),
      readLabel(record, "category_path"),
    ),
});

import { defineFormat } from "../../contract.js";
import { looksLikeMessages } from "../detection.js";
import { plain } from "../draft.js";
import { fieldError, readLabel, typeName } from "../fields.js";
import { readPrompt } from "../messages.js";
import { isAnswer, readAnswer } from "../model-answer.js";

/** RMB, best-of-n set (Zhou et al. 2024, arXiv:2410.09893): the best answer must be above every other. */
export default defineFormat({
  summary: "a conversation with the best answer and those it must beat (RMB best-of-n)",
  columns:
    "conversation_input: [{role, content}], bon_best: {answer, llm_name}, loser_list: [{answer, llm_name}], category_path?: string",
  specificity: 20,
  detects: ({ conversation_input, bon_best, loser_list }) =>
    looksLikeMessages(conversation_input) && isAnswer(bon_best) && Array.isArray(loser_list),
  read(record) {
    const losers = record.loser_list;
    if (!Array.isArray(losers) || losers.length === 0)
      throw fieldError("loser_list", typeName(losers), "a list of answers");
    return {
      prompt: readPrompt(record, "conversation_input"),
      responses: [
        plain("chosen", readAnswer(record.bon_best, "bon_best")),
        ...losers.map((loser: unknown, index) =>
          plain("rejected", readAnswer(loser, `loser_list[${index}]`)),
        ),
      ],
      subset: readLabel(record, "category_path"),
    };
  },
});

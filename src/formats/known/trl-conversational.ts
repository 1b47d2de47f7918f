import { defineFormat } from "../../contract.js";
import { splitConversations } from "../conversation.js";
import { looksLikeMessages } from "../detection.js";
import { readLabel } from "../fields.js";
import { readMessages, readPrompt } from "../messages.js";

/** Turns that chosen and rejected have in common belong to the prompt, as in TRL's implicit form. */
export default defineFormat({
  summary: "prompt, chosen and rejected as lists of messages (TRL conversational)",
  columns:
    "prompt: [{role, content}], chosen: [{role, content}], rejected: [{role, content}], subset?: string",
  specificity: 10,
  detects: ({ prompt, chosen, rejected }) =>
    looksLikeMessages(prompt) && looksLikeMessages(chosen) && looksLikeMessages(rejected),
  read(record) {
    const prompt = readPrompt(record, "prompt");
    return splitConversations(
      [...prompt, ...readMessages(record, "chosen")],
      [...prompt, ...readMessages(record, "rejected")],
      readLabel(record, "subset"),
    );
  },
});

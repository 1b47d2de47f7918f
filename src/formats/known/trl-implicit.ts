import { defineFormat } from "../../contract.js";
import { splitConversations } from "../conversation.js";
import { looksLikeMessages } from "../detection.js";
import { readLabel } from "../fields.js";
import { readMessages } from "../messages.js";

/** The prompt is the longest common run of messages (TRL: implicit prompt). */
export default defineFormat({
  summary: "two whole conversations, the prompt being what they share (TRL implicit prompt)",
  columns: "chosen: [{role, content}], rejected: [{role, content}], no prompt, subset?: string",
  specificity: 10,
  detects: ({ prompt, chosen, rejected }) =>
    prompt === undefined && looksLikeMessages(chosen) && looksLikeMessages(rejected),
  read: (record) =>
    splitConversations(
      readMessages(record, "chosen"),
      readMessages(record, "rejected"),
      readLabel(record, "subset"),
    ),
});

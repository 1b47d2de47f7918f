import { defineFormat } from "../../contract.js";
import { splitConversations } from "../conversation.js";
import { isText, looksLikeMessages } from "../detection.js";
import { readLabel } from "../fields.js";
import { readMessages } from "../messages.js";

/** Skywork-Reward-Preference (Liu et al. 2024, arXiv:2410.18451): an implicit prompt, and where the pair came from. */
export default defineFormat({
  summary: "two whole conversations and the source of the pair (Skywork-Reward-Preference)",
  columns: "chosen: [{content, role}], rejected: [{content, role}], source: string",
  specificity: 20,
  detects: ({ prompt, chosen, rejected, source }) =>
    prompt === undefined && looksLikeMessages(chosen) && looksLikeMessages(rejected) && isText(source),
  read: (record) =>
    splitConversations(
      readMessages(record, "chosen"),
      readMessages(record, "rejected"),
      readLabel(record, "source"),
    ),
});

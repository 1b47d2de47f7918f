import { defineFormat, type Message } from "../../contract.js";
import { splitConversations } from "../conversation.js";
import { type DataRecord, readLabel } from "../fields.js";
import { looksLikeMessages, readMessages } from "../messages.js";
import { looksLikeTranscript, readTranscript } from "../transcript.js";

/** The prompt is the longest common run of messages (TRL: implicit prompt); a string must show its turns. */
export default defineFormat({
  summary: "two whole conversations, the prompt being what they share (TRL implicit prompt)",
  columns:
    'chosen and rejected: [{role, content}] or "\\n\\nHuman: …\\n\\nAssistant: …", no prompt, subset?: string',
  specificity: 5,
  detects: ({ prompt, chosen, rejected }) =>
    prompt === undefined && looksLikeConversation(chosen) && looksLikeConversation(rejected),
  read: (record) =>
    splitConversations(
      readConversation(record, "chosen"),
      readConversation(record, "rejected"),
      readLabel(record, "subset"),
    ),
});

function looksLikeConversation(value: unknown): boolean {
  return typeof value === "string" ? looksLikeTranscript(value) : looksLikeMessages(value);
}

function readConversation(record: DataRecord, field: string): Message[] {
  const value = record[field];
  return typeof value === "string" ? readTranscript(value, field) : readMessages(record, field);
}

import { defineFormat } from "../../contract.js";
import { splitConversations } from "../conversation.js";
import { readLabel, readText } from "../fields.js";
import { looksLikeTranscript, readTranscript } from "../transcript.js";

/**
 * HH-RLHF (Bai et al. 2022, arXiv:2204.05862): both transcripts share all turns up to the last answer. Records whose
 * transcripts part earlier are errors: nobody can say which answers were compared.
 */
export default defineFormat({
  summary: "two transcripts that part at the last answer (HH-RLHF)",
  columns: 'chosen and rejected: "\\n\\nHuman: …\\n\\nAssistant: …", no prompt, subset?: string',
  specificity: 10,
  detects: ({ prompt, chosen, rejected }) =>
    prompt === undefined && isTranscript(chosen) && isTranscript(rejected),
  read: (record) =>
    splitConversations(
      readTranscript(readText(record, "chosen"), "chosen"),
      readTranscript(readText(record, "rejected"), "rejected"),
      readLabel(record, "subset"),
    ),
});

function isTranscript(value: unknown): boolean {
  return typeof value === "string" && looksLikeTranscript(value);
}

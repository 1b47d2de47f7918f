import type { Message } from "../contract.js";
import { fieldError } from "./fields.js";

/** Turn marks of HH-RLHF (Bai et al. 2022, arXiv:2204.05862, data as published). */
const TURN = /(?:^|\n\n)(Human|Assistant):(?: |(?=\n|$))/;
const ROLES: Readonly<Record<string, string>> = { Human: "user", Assistant: "assistant" };

export function looksLikeTranscript(text: string): boolean {
  return splitAtTurns(text)[0] === "" && splitAtTurns(text).length > 1;
}

/** "\n\nHuman: …\n\nAssistant: …" -> messages; what follows a mark is kept as it is, but for the one space after it. */
export function readTranscript(text: string, field: string): Message[] {
  if (!looksLikeTranscript(text)) {
    throw fieldError(
      field,
      "a string without turns",
      'a list of messages or "\\n\\nHuman: …\\n\\nAssistant: …"',
    );
  }
  const parts = splitAtTurns(text).slice(1);
  return Array.from({ length: parts.length / 2 }, (_, turn) => ({
    role: ROLES[parts[2 * turn]!]!,
    content: parts[2 * turn + 1]!,
  }));
}

/** What stands before the first mark, then mark and text in turn. */
function splitAtTurns(text: string): string[] {
  return text.split(TURN);
}

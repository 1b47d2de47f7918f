import type { ItemDraft, Message } from "../contract.js";
import { TareError } from "../errors.js";
import { compared } from "./draft.js";

/**
 * Two whole conversations -> prompt and two responses: the prompt is their longest common run of messages,
 * and what is left of each must be one assistant message. Throws TARE_DATA_TURNS where it is not,
 * TARE_DATA_SAME_RESPONSES where nothing is left of both. `better`: above 0 chosen, 0 neither.
 */
export function splitConversations(
  chosen: readonly Message[],
  rejected: readonly Message[],
  subset: string,
  better = 1,
): ItemDraft {
  const length = commonLength(chosen, rejected);
  if (length === chosen.length && length === rejected.length) {
    throw new TareError("TARE_DATA_SAME_RESPONSES", "chosen and rejected are the same conversation");
  }
  const prompt = chosen.slice(0, length);
  if (prompt.every(({ content }) => content.trim() === "")) {
    throw new TareError("TARE_DATA_TURNS", 'fields "chosen" and "rejected" have no prompt in common');
  }
  const answers = [
    onlyAnswer(chosen.slice(length), "chosen"),
    onlyAnswer(rejected.slice(length), "rejected"),
  ] as const;
  return compared(prompt, answers, better, subset);
}

function commonLength(a: readonly Message[], b: readonly Message[]): number {
  const different = a.findIndex(
    ({ role, content }, index) => role !== b[index]?.role || content !== b[index]?.content,
  );
  return different === -1 ? a.length : different;
}

function onlyAnswer(rest: readonly Message[], field: string): string {
  const [first] = rest;
  if (first !== undefined && rest.length === 1 && first.role === "assistant") return first.content;
  const found = rest.length === 0 ? "with nothing" : `with ${rest.map(({ role }) => role).join(", ")}`;
  throw new TareError(
    "TARE_DATA_TURNS",
    `field "${field}" goes on ${found} after the common prompt, expected one assistant message`,
  );
}

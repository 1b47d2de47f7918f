import type { ItemDraft, Message } from "../contract.js";

/** The plain preference: one chosen and one rejected response to the same prompt. */
export function preference(
  prompt: readonly Message[],
  chosen: string,
  rejected: string,
  subset: string,
): ItemDraft {
  return {
    prompt,
    responses: [
      { role: "chosen", text: chosen, style: "" },
      { role: "rejected", text: rejected, style: "" },
    ],
    subset,
  };
}

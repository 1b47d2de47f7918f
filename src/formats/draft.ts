import type { ItemDraft, ItemResponse, Message, ResponseRole } from "../contract.js";

/** The plain preference: one chosen and one rejected response to the same prompt. */
export function preference(
  prompt: readonly Message[],
  chosen: string,
  rejected: string,
  subset: string,
): ItemDraft {
  return { prompt, responses: [plain("chosen", chosen), plain("rejected", rejected)], subset };
}

/**
 * Two responses of which the first is better (`better` above 0), the second (below 0) or neither (0). Of a tie nothing is
 * dropped: both are responses without a rank, and the item is counted as one without a preference.
 */
export function compared(
  prompt: readonly Message[],
  [first, second]: readonly [string, string],
  better: number,
  subset: string,
): ItemDraft {
  if (better > 0) return preference(prompt, first, second, subset);
  if (better < 0) return preference(prompt, second, first, subset);
  return { prompt, responses: [plain("response", first), plain("response", second)], subset };
}

export function plain(role: ResponseRole, text: string): ItemResponse {
  return { role, text, style: "" };
}

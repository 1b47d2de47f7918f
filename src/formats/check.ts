import type { ItemDraft, ItemResponse } from "../contract.js";
import { TareError } from "../errors.js";

/** What no statistic can use, whatever the format: empty answers, and a preference between equal texts. */
export function checkDraft(draft: ItemDraft): void {
  for (const response of draft.responses) {
    if (response.text.trim() !== "") continue;
    throw new TareError("TARE_DATA_EMPTY_RESPONSE", `the ${nameOf(response)} response is empty`);
  }
  const chosen = new Map(withRole(draft, "chosen").map((response) => [response.text, response]));
  for (const rejected of withRole(draft, "rejected")) {
    const same = chosen.get(rejected.text);
    if (same === undefined) continue;
    throw new TareError(
      "TARE_DATA_SAME_RESPONSES",
      `the ${nameOf(same)} and the ${nameOf(rejected)} response are the same text`,
    );
  }
}

function withRole(draft: ItemDraft, role: ItemResponse["role"]): ItemResponse[] {
  return draft.responses.filter((response) => response.role === role);
}

function nameOf({ role, style }: ItemResponse): string {
  return style === "" ? role : `${role} (${style})`;
}

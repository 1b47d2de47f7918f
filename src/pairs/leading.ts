import type { ItemResponse } from "../contract.js";

type Ranked = Pick<ItemResponse, "role" | "style" | "text">;

const ROLES = ["chosen", "response", "rejected"] as const;

/**
 * Index of the answer that stands for an item: chosen before unranked before rejected, then by style, then by text. An item
 * is the same whatever the order of its answers in the file, so that order may decide nothing. -1 where there is none.
 */
export function leading(
  responses: readonly Ranked[],
  roles: readonly ItemResponse["role"][] = ROLES,
): number {
  return responses.reduce((best, response, index) => {
    if (!roles.includes(response.role)) return best;
    return best < 0 || precedes(response, responses[best]!) ? index : best;
  }, -1);
}

function precedes(a: Ranked, b: Ranked): boolean {
  const [first, second] = [ROLES.indexOf(a.role), ROLES.indexOf(b.role)];
  if (first !== second) return first < second;
  if (a.style !== b.style) return a.style < b.style;
  return a.text < b.text;
}

import type { Augmentation } from "../contract.js";
import { promptKey } from "../keys.js";
import type { Built } from "./build.js";

/**
 * A margin exists only between answers under one prompt. An operator whose change of the prompt depends on the answer
 * breaks its contract: what differs from the item's first pair is its error.
 */
export function underOnePrompt(built: readonly Built[], { changes }: Augmentation): Built[] {
  if (changes !== "prompt") return [...built];
  let first: string | undefined;
  return built.map((one) => {
    if (one.kind === "skip") return one;
    const key = promptKey(one.variant.messages);
    first ??= key;
    if (key === first) return one;
    const { augmentation, dose, item, response } = one;
    const detail = "it changed the prompt otherwise for another answer of the item";
    return { kind: "skip", augmentation, dose, item, response, stage: "error", reason: "threw", detail };
  });
}

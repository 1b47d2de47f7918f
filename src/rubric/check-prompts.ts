import type { Augmentation } from "../contract.js";
import type { Problem } from "./problems.js";
import type { PlacedRule } from "./rules.js";

/**
 * A change of the prompt is measured on margins between answers and a change of the answer on its own score: pooled
 * they would be one number of two meanings. And a margin must stay: there is no side on which it would do no harm.
 */
export function checkPrompts(
  placed: readonly PlacedRule[],
  augmentations: readonly Augmentation[],
): Problem[] {
  const asking = new Set(augmentations.filter(({ changes }) => changes === "prompt").map(({ name }) => name));
  return placed.flatMap(({ path, rule }): Problem[] => {
    const names = rule.selected.map(({ augmentation }) => augmentation);
    const prompt = names.find((name) => asking.has(name));
    if (prompt === undefined) return [];
    const other = names.find((name) => !asking.has(name));
    if (other !== undefined) {
      const message = `"${prompt}" changes the prompt and is judged on margins, "${other}" is not: they need rules of their own`;
      return [{ path: [...path, "augmentations"], message }];
    }
    if (rule.expects === "same") return [];
    const message = `"${prompt}" changes the prompt: margins must stay the same, whichever way they would go`;
    return [{ path: [...path, "expect"], message }];
  });
}

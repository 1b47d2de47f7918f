import type { Claim } from "../contract.js";
import type { RubricDocument } from "../rubric/document.js";
import { ownerOf } from "../rubric/owner.js";
import type { Store } from "../store/open.js";
import { countExported, readExportedPrompts } from "../store/run-exports.js";

/**
 * How many exported prompts a claim of the run rests on: those of which an operator of its attribute made pairs; for claims
 * on preferences all there are. A claim on a part of the data counts those of the whole: rather one too many.
 */
export function exportedBehind(
  store: Store,
  run: string,
  document: RubricDocument,
): ((claim: Claim) => number) | undefined {
  const all = countExported(store, run).prompts;
  if (all === 0) return undefined;
  const behind = new Map<string, Set<string>>();
  for (const { augmentation, dose, prompt } of readExportedPrompts(store, run)) {
    const attribute = ownerOf(document, augmentation, dose);
    if (attribute === undefined) continue;
    const prompts = behind.get(attribute) ?? new Set();
    prompts.add(prompt);
    behind.set(attribute, prompts);
  }
  return ({ kind, attribute }) => (kind === "ranking" ? all : (behind.get(attribute)?.size ?? 0));
}

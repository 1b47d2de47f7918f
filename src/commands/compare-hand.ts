import type { DataInHand } from "../attest/compare-inputs.js";
import type { Statement } from "../attest/document.js";
import { withAround } from "./with-around.js";

/** What the user has in hand, to be held against what was attested. */
export interface Hand extends DataInHand {
  readonly model?: string | undefined;
  readonly template?: string | undefined;
  readonly also: readonly string[];
  readonly rubric?: string | undefined;
  /** Files of own operators that the rubric names. */
  readonly augmentation: readonly string[];
}

/** Every difference between what is in hand and what was attested, one sentence each; what is not in hand is not compared. */
export async function compareHand({ predicate }: Statement, args: Hand): Promise<string[]> {
  const cwd = process.cwd();
  const differences: string[] = [];
  if (args.model !== undefined) {
    const { compareModel } = await import("../attest/compare-model.js");
    const { loadScorerKinds } = await import("../registry.js");
    const hand = { spec: args.model, cwd, template: args.template };
    differences.push(...(await compareModel(predicate, hand, await loadScorerKinds())));
  }
  if (args.also.length > 0) {
    const { compareAlso, digestAlso } = await import("../attest/also.js");
    differences.push(...compareAlso(predicate.also, await digestAlso(args.also, cwd)));
  }
  if (args.data.length === 0 && args.rubric === undefined) return differences;
  const { compareData, compareRubric } = await import("../attest/compare-inputs.js");
  if (args.data.length > 0)
    differences.push(...(await withAround(true, (around) => compareData(predicate, args, around))));
  if (args.rubric !== undefined)
    differences.push(...(await compareRubric(predicate, args.rubric, cwd, args.augmentation)));
  return differences;
}

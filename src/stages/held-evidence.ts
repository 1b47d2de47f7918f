import type { BaselineChoice } from "../baseline/requirements.js";
import type { BaselineView } from "../contract.js";
import type { Evidence } from "../rubric/judge.js";
import { viewBaseline } from "../store/baselines.js";
import type { Store } from "../store/open.js";
import { readVerdicts } from "../store/verdicts.js";
import { holdDrops } from "./hold-drops.js";

/**
 * The stored evidence of a run, its drops as they were held then, or against another choice. The run's own record stays: a
 * gate looks, and changes nothing. Throws TARE_BASELINE_DATA, TARE_BASELINE_RUBRIC.
 */
export function heldEvidence(
  store: Store,
  run: string,
  choice: BaselineChoice,
): { readonly evidence: readonly Evidence[]; readonly baseline: BaselineView | undefined } {
  const stored = readVerdicts(store, run).map(({ evidence }) => evidence);
  const known = viewBaseline(store, run);
  // Without a record the rubric holds nothing against a baseline.
  if (choice === undefined || known === undefined) return { evidence: stored, baseline: known };
  const { evidence, how } = holdDrops(store, run, choice);
  const own = stored.filter(({ claim }) => claim.against === undefined);
  return { evidence: [...own, ...evidence], baseline: viewOf(choice, how) };
}

function viewOf(choice: Exclude<BaselineChoice, undefined>, how: BaselineView["how"]): BaselineView {
  if (choice === "none") return { how, digest: null, run: null, model: null, scorer: null };
  const { digest, run, scorer } = choice;
  return { how, digest, run, model: scorer.name, scorer: scorer.key };
}

import type { Claim } from "../contract.js";
import type { Change } from "../diff/change.js";
import type { Evidence } from "../rubric/judge.js";

/** What a comparison says of a drop. `change` was made with the drop's bound as the least difference that counts. */
export function dropEvidence(claim: Claim, change: Change): Evidence {
  const { direction, difference, lower, upper, pWorse, n, clusters, reason } = change;
  // Of what should be high, the drop is A less B.
  const falls = direction === "at-least";
  const turn = (value: number | null) => (value === null ? null : falls ? 0 - value : value);
  const [from, to] = falls ? [upper, lower] : [lower, upper];
  return {
    claim,
    ...{ estimate: turn(difference), lower: turn(from), upper: turn(to), pFail: pWorse },
    ...{ n, clusters, reason, sd: null, effectiveN: null, applied: null },
  };
}

/** The same scorer on the same pairs: nothing can have dropped, and there is nothing to test. */
export function sameScorerEvidence(claim: Claim, n: number, clusters: number): Evidence {
  const nothing = { estimate: 0, lower: 0, upper: 0, pFail: 1 };
  return { claim, ...nothing, n, clusters, reason: "", sd: null, effectiveN: null, applied: null };
}

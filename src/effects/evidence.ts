import type { Claim, Effect, Stratum } from "../contract.js";
import type { Evidence } from "../rubric/judge.js";
import { describe } from "../stats/descriptive.js";
import { type Inconclusive, type Inference, isInconclusive } from "../stats/inference.js";
import type { MetricSample } from "./metrics.js";

/** What a claim is judged on: its effect, and the p of the truth lying on the bad side of its bound. */
export function evidenceFor(
  claim: Claim,
  measured: MetricSample,
  effect: Effect,
  inference: Inference | Inconclusive,
): Evidence {
  const { estimate, lower, upper, n, clusters, effectiveN, reason } = effect;
  const spread = describe(measured.sample.values);
  return {
    claim,
    estimate,
    lower,
    upper,
    pFail: isInconclusive(inference) ? null : pOfBadSide(claim, inference),
    n,
    clusters,
    reason,
    sd: isInconclusive(spread) ? null : spread.sd,
    effectiveN,
  };
}

/** Evidence for a claim whose attribute gave no pair at all. */
export function noEvidence(claim: Claim, reason: string): Evidence {
  return {
    claim,
    estimate: null,
    lower: null,
    upper: null,
    pFail: null,
    n: 0,
    clusters: 0,
    reason,
    sd: null,
    effectiveN: null,
  };
}

/** Whether a claim is made on this part of the data (null: all of it). */
export function isMadeOn({ stratum }: Claim, part: Stratum | null): boolean {
  return stratum?.kind === part?.kind && stratum?.value === part?.value;
}

/** One a claim, in the claims' order; one on a part the data do not have has none. */
export function evidenceInOrder(
  claims: readonly Claim[],
  found: readonly Evidence[],
  applied: number | null = null,
): Evidence[] {
  return claims.map((claim) => {
    const evidence = found.find((one) => one.claim.id === claim.id);
    const part = claim.stratum === undefined ? "" : ` where ${claim.stratum.kind} is ${claim.stratum.value}`;
    return { ...(evidence ?? noEvidence(claim, `no valid pair${part}`)), applied };
  });
}

/** Inversion of the one-sided interval at the rule's bound (§8); both sides of `within` are tried, so p is doubled. */
function pOfBadSide({ comparison, bound }: Claim, inference: Inference): number {
  if (comparison === "at-least") return inference.pLess(bound);
  if (comparison === "at-most") return inference.pGreater(bound);
  return Math.min(1, 2 * Math.min(inference.pGreater(bound), inference.pLess(-bound)));
}

import type { JointPower, Metric, Verdict } from "../contract.js";
import { boundPower, withinPower } from "../stats/bound-power.js";
import type { Evidence } from "./evidence.js";

/** What may not move: without an effect the truth of these is 0. Of the others no such truth is known. */
const NULL_AT_ZERO: ReadonlySet<Metric> = new Set([
  "bias",
  "net-flip-rate",
  "net-attack-success",
  "accuracy-drop",
]);

export interface ClaimPower {
  /** Null where there is no interval to tell it from. */
  readonly asEstimated: number | null;
  readonly atNoEffect: number | null;
}

const UNKNOWN: ClaimPower = { asEstimated: null, atNoEffect: null };

/** Chance that data of this size prove the claim, its estimate normal and its standard error as the interval has it. */
export function powerOf(evidence: Evidence, alpha: number): ClaimPower {
  const { claim, estimate } = evidence;
  if (estimate === null || !Number.isFinite(estimate)) return UNKNOWN;
  const asEstimated = powerAt(estimate, evidence, alpha);
  const atNoEffect =
    NULL_AT_ZERO.has(claim.metric) && claim.kind !== "causal" ? powerAt(0, evidence, alpha) : asEstimated;
  return { asEstimated, atNoEffect };
}

function powerAt(truth: number, { claim, estimate, lower, upper }: Evidence, alpha: number): number | null {
  const [below, above] = [
    lower === null ? null : estimate! - lower,
    upper === null ? null : upper - estimate!,
  ];
  const { comparison, bound } = claim;
  if (comparison === "at-least") return one(truth - bound, below, alpha);
  if (comparison === "at-most") return one(bound - truth, above, alpha);
  if (!usable(below) || !usable(above)) return null;
  return withinPower([truth + bound, bound - truth], [below, above], alpha);
}

function one(distance: number, reach: number | null, alpha: number): number | null {
  return usable(reach) ? boundPower(distance, reach, alpha) : null;
}

function usable(reach: number | null): reach is number {
  return reach !== null && Number.isFinite(reach) && reach >= 0;
}

/**
 * Chance that all claims of the gate are proved together by other data of this size. Claims that can not be judged at all
 * leave it open: null.
 */
export function jointPower(verdicts: readonly Verdict[]): JointPower {
  const gated = verdicts.filter(({ claim, waiver }) => claim.severity === "error" && !waiver);
  const alone = gated.map(({ power }) => power?.asEstimated ?? null);
  const known = alone.filter((power) => power !== null);
  if (gated.length === 0 || known.length < alone.length)
    return { asEstimated: null, atNoEffect: null, least: null, most: null };
  const still = gated.map(({ power }) => power?.atNoEffect ?? null).filter((power) => power !== null);
  return {
    asEstimated: product(known),
    atNoEffect: still.length < gated.length ? null : product(still),
    least: Math.max(0, 1 - known.reduce((sum, power) => sum + (1 - power), 0)),
    most: Math.min(...known),
  };
}

function product(shares: readonly number[]): number {
  return shares.reduce((all, share) => all * share, 1);
}

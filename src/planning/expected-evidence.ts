import type { Claim } from "../contract.js";
import type { Evidence } from "../rubric/evidence.js";
import { clopperPearsonLower, clopperPearsonUpper } from "../stats/clopper-pearson.js";
import { tQuantile } from "../stats/distributions/student-t.js";
import { assumedOf } from "./assumed.js";

/** What data of this size would say of a claim. */
export interface Expected {
  readonly evidence: Evidence;
  /** Whether it rests on an earlier run's estimate; else on what is assumed of every model. */
  readonly measured: boolean;
}

/** Prompts and pairs (or comparisons) that a claim would rest on, and the share of the items with a valid pair. */
export interface Size {
  readonly prompts: number;
  readonly n: number;
  readonly applied: number | null;
}

/**
 * The interval that this many prompts would give: that of an earlier run of the same rubric and scorer, its bounds moved
 * in or out by the root of the prompts; else one that follows from what is assumed, each prompt counted once.
 */
export function expectedEvidence(
  claim: Claim,
  { prompts, n, applied }: Size,
  earlier: Evidence | undefined,
  alpha: number,
): Expected {
  const size = { claim, pFail: null, n, clusters: prompts, applied, reason: "" };
  if (prompts === 0) return { measured: false, evidence: { ...size, ...NOTHING, reason: "no valid pair" } };
  if (earlier !== undefined && isUsable(earlier)) {
    const { estimate, lower, upper, sd, effectiveN, clusters } = earlier;
    const reach = Math.sqrt(clusters / prompts);
    const moved = (bound: number | null) => (bound === null ? null : estimate! + (bound - estimate!) * reach);
    const grown = effectiveN === null ? null : (effectiveN * prompts) / clusters;
    return {
      measured: true,
      evidence: { ...size, estimate, lower: moved(lower), upper: moved(upper), sd, effectiveN: grown },
    };
  }
  const { truth, sd } = assumedOf(claim);
  const interval = sd === null ? ofShare(truth, prompts, alpha) : ofMean(claim, truth, sd, prompts, alpha);
  return { measured: false, evidence: { ...size, estimate: truth, ...interval, sd, effectiveN: prompts } };
}

const NOTHING = { estimate: null, lower: null, upper: null, sd: null, effectiveN: null } as const;

function isUsable({ estimate, reason, clusters, lower, upper }: Evidence): boolean {
  return reason === "" && estimate !== null && clusters > 0 && (lower !== null || upper !== null);
}

type Interval = Pick<Evidence, "lower" | "upper">;

function ofShare(share: number, n: number, alpha: number): Interval {
  const [successes, failures] = [share * n, (1 - share) * n];
  return {
    lower: clopperPearsonLower(successes, failures, alpha),
    upper: clopperPearsonUpper(successes, failures, alpha),
  };
}

function ofMean({ metric }: Claim, mean: number, sd: number, n: number, alpha: number): Interval {
  const reach = n < 2 ? Number.POSITIVE_INFINITY : (tQuantile(1 - alpha, n - 1) * sd) / Math.sqrt(n);
  if (metric !== "dispersion") return { lower: mean - reach, upper: mean + reach };
  return { lower: Math.sqrt(Math.max(0, mean ** 2 - reach)), upper: Math.sqrt(mean ** 2 + reach) };
}

import type { MetricSample } from "../effects/metrics.js";
import { describe } from "../stats/descriptive.js";
import { type Inconclusive, type Inference, isInconclusive } from "../stats/inference.js";
import type { SnapshotClaim } from "./snapshot.js";

type Kept = Pick<
  SnapshotClaim,
  "estimate" | "sd" | "n" | "clusters" | "effectiveN" | "lower" | "upper" | "reason"
>;

/** What a snapshot keeps of one metric: its estimate and its bounds at the alphas, to ten digits. */
export function measureKept(
  measured: MetricSample | undefined,
  inference: Inference | Inconclusive,
  alphas: readonly number[],
): Kept {
  const values = measured?.sample.values ?? [];
  const spread = describe(values);
  const known = {
    sd: isInconclusive(spread) ? null : short(spread.sd),
    n: measured?.n ?? 0,
    clusters: new Set(measured?.sample.clusters).size,
  };
  if (isInconclusive(inference)) {
    const none = alphas.map(() => null);
    return {
      estimate: null,
      ...known,
      effectiveN: null,
      lower: none,
      upper: none,
      reason: inference.inconclusive,
    };
  }
  const { estimate, effectiveN, lower, upper } = inference;
  return {
    estimate: short(estimate),
    ...known,
    effectiveN: short(effectiveN),
    lower: alphas.map((alpha) => short(lower(alpha))),
    upper: alphas.map((alpha) => short(upper(alpha))),
    reason: "",
  };
}

/** A bound that is not finite is none. */
function short(value: number | null): number | null {
  return value === null || !Number.isFinite(value) ? null : Number(value.toPrecision(10));
}

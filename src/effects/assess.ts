import type { Claim, Effect, Stratum } from "../contract.js";
import type { Evidence } from "../rubric/judge.js";
import { type Inconclusive, type Inference, isInconclusive } from "../stats/inference.js";
import { adjustForDrift, negated } from "./drift-adjusted.js";
import type { Subject } from "./effect-row.js";
import { evidenceFor, isMadeOn, noEvidence } from "./evidence.js";
import { effectOf, inferMetric, type Sureness } from "./infer.js";
import type { Measured } from "./measure.js";
import type { MetricSample } from "./metrics.js";
import { mirrored } from "./no-effect.js";
import { total } from "./tallies.js";

const GATE_REPLICATES = 10_000;
const DIAGNOSTIC_REPLICATES = 2_000;

export interface Seeded extends Omit<Sureness, "replicates"> {
  /** What was inferred with the replicates of a diagnostic: one operator alone is its attribute, and is not drawn twice. */
  readonly known?: WeakMap<MetricSample, Inference | Inconclusive>;
}

export const diagnostic = (seeded: Seeded): Sureness => ({ ...seeded, replicates: DIAGNOSTIC_REPLICATES });

/** Infers every metric of one part of the data and gathers the evidence for the claims made on it. */
export function assess(
  subject: Subject,
  measured: Measured,
  claims: readonly Claim[],
  seeded: Seeded,
): { readonly effects: Effect[]; readonly evidence: Evidence[] } {
  const mine = claims.filter((claim) => isMadeOn(claim, subject.stratum));
  const ties = total(measured.ties);
  const skipped = total(measured.skipped);
  const claimed = new Set(mine.map(({ metric }) => metric));
  const found = new Map<string, Inference | Inconclusive>();
  const inferred = measured.samples.map((one) => {
    const gated =
      claimed.has(one.metric) ||
      measured.samples.some(({ metric, follows }) => follows?.metric === one.metric && claimed.has(metric));
    const sureness = gated ? { ...seeded, replicates: GATE_REPLICATES } : diagnostic(seeded);
    const before = gated ? undefined : seeded.known?.get(one);
    const inference = followed(one, found) ?? before ?? inferMetric(subject, one, sureness);
    if (!gated) seeded.known?.set(one, inference);
    found.set(one.metric, inference);
    const effect = { ...effectOf(subject, one, inference, sureness, ties), skipped };
    return { measured: one, inference, effect };
  });
  const evidence = mine.map((claim) => {
    const one = inferred.find(({ measured: { metric } }) => metric === claim.metric);
    if (one === undefined) return noEvidence(claim, `${claim.metric} is not measured for these operators`);
    return evidenceFor(claim, one.measured, one.effect, one.inference);
  });
  return { effects: withDrift(inferred, measured, seeded.alpha), evidence };
}

/** The parts of the data in the order of the rows: all of it, then stratum by stratum. */
export type Parts = readonly { readonly stratum: Stratum | null; readonly measured: Measured }[];

export function assessParts(
  subject: Omit<Subject, "stratum">,
  parts: Parts,
  claims: readonly Claim[],
  seeded: Seeded,
) {
  const assessed = parts.map(({ stratum, measured }) =>
    assess({ ...subject, stratum }, measured, claims, seeded),
  );
  return {
    effects: assessed.flatMap(({ effects }) => effects),
    evidence: assessed.flatMap(({ evidence }) => evidence),
  };
}

/** What is inferred of a metric is inferred of the one that holds the same values, its sign turned. */
function followed(
  { follows }: MetricSample,
  found: ReadonlyMap<string, Inference | Inconclusive>,
): Inference | Inconclusive | undefined {
  const inference = follows && found.get(follows.metric);
  if (inference === undefined || isInconclusive(inference) || follows!.sign === 1) return inference;
  return mirrored(inference);
}

/** The means of z, beside what they are at zero drift. */
function withDrift(
  inferred: readonly { readonly measured: MetricSample; readonly effect: Effect }[],
  { drift, targets }: Measured,
  alpha: number,
): Effect[] {
  const bias = inferred.find(({ measured: { metric } }) => metric === "bias");
  if (drift === undefined || bias === undefined || bias.effect.estimate === null)
    return inferred.map(({ effect }) => effect);
  const adjusted = adjustForDrift(drift, targets, bias.effect, alpha);
  const sign = bias.measured.follows?.sign ?? 1;
  return inferred.map(({ effect, measured: { metric } }) => {
    if (metric === "bias") return { ...effect, ...adjusted };
    if (metric === "effect") return { ...effect, ...(sign === 1 ? adjusted : negated(adjusted)) };
    return effect;
  });
}

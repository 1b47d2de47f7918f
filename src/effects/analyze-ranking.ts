import type { Rule } from "../rubric/rubric.js";
import type { AnalysisInput, AnalysisOutput } from "./analyze.js";
import { assessParts, type Seeded } from "./assess.js";
import type { Division } from "./divide.js";
import { evidenceInOrder } from "./evidence.js";
import type { Measured } from "./measure.js";
import { sample } from "./metrics.js";
import { rankingAccuracy } from "./order.js";
import { dividedParts } from "./parts.js";
import { countByItem } from "./tallies.js";

/** The data's own preferences: chosen above rejected, in all of them and part by part. */
export function analyzeRanking(
  { attribute, claims }: Rule,
  { responses, rulers }: AnalysisInput,
  divisions: readonly Division[],
  seeded: Seeded,
): AnalysisOutput {
  const comparisons = rankingAccuracy(responses, rulers.tolerance);
  const measured: Measured = {
    samples: [sample("accuracy", "share", comparisons)],
    ties: countByItem(comparisons.filter(({ value }) => value === 0.5)),
    skipped: new Map(),
    drift: undefined,
    targets: new Set(),
  };
  const subject = { scope: "ranking", attribute, augmentation: "", dose: null } as const;
  const parts = [{ stratum: null, measured }, ...dividedParts(measured, divisions)];
  const { effects, evidence } = assessParts(subject, parts, claims, seeded);
  return { effects, curves: [], evidence: evidenceInOrder(claims, evidence) };
}

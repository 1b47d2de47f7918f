import type { Covariate, Metric, Stratum } from "../contract.js";
import type { Operator } from "../effects/analyze-rule.js";
import type { Parts } from "../effects/assess.js";
import type { Division } from "../effects/divide.js";
import type { Measured } from "../effects/measure.js";
import { type MetricSample, metricsOf, type Rulers, sample } from "../effects/metrics.js";
import { rankingAccuracy } from "../effects/order.js";
import { dividedParts, partsOf } from "../effects/parts.js";
import type { Rule } from "../rubric/rubric.js";
import type { ScoredPair, ScoredResponse } from "../store/scored-pairs.js";

/** One scorer's scores of what is compared, with its own rulers. */
export interface Scored {
  readonly responses: readonly ScoredResponse[];
  readonly rulers: Rulers;
}

/** What a rule's claims are made of: all its operators pooled, or the ranking, on all the data and part by part. */
export function measurePooled(
  rule: Rule,
  operators: readonly Operator[],
  { responses, rulers }: Scored,
  divisions: readonly Division[],
): Parts {
  if (rule.kind === "ranking") {
    const measured = only([sample("accuracy", "share", rankingAccuracy(responses, rulers.tolerance))]);
    return [{ stratum: null, measured }, ...dividedParts(measured, divisions)];
  }
  const groups = operators.flatMap((operator) => operator.groups);
  if (groups.length === 0) return [];
  const asked = rule.claims.flatMap(({ stratum }): Stratum[] => (stratum ? [stratum] : []));
  const gathered = { groups, skipped: [], targets: new Set<Covariate>() };
  if (asked.length === 0) return [{ stratum: null, measured: only(metricsOf(groups, responses, rulers)) }];
  return partsOf(gathered, responses, rulers, divisions, asked);
}

/** Every metric of one operator, at one dose or at all. */
export function measureOperator(
  { groups }: Pick<Operator, "groups">,
  { responses, rulers }: Scored,
): readonly MetricSample[] {
  return groups.length === 0 ? [] : metricsOf(groups, responses, rulers);
}

export function sampleOn(parts: Parts, metric: Metric, stratum: Stratum | null): MetricSample | undefined {
  const part = parts.find(
    (one) => one.stratum?.kind === stratum?.kind && one.stratum?.value === stratum?.value,
  );
  return part?.measured.samples.find((one) => one.metric === metric);
}

/** The same operator with the pairs of some places alone; groups left empty go. */
export function restricted(operator: Operator, holds: (pair: ScoredPair) => boolean): Operator {
  const groups = operator.groups
    .map((group) => ({ ...group, pairs: group.pairs.filter(holds) }))
    .filter(({ pairs }) => pairs.length > 0);
  return { ...operator, groups };
}

function only(samples: readonly MetricSample[]): Measured {
  return { samples, ties: new Map(), skipped: new Map(), drift: undefined, targets: new Set() };
}

import { measureKept } from "../baseline/measure-kept.js";
import { heldMeasures, ruleOperators } from "../baseline/rule-operators.js";
import type { SnapshotClaim } from "../baseline/snapshot.js";
import type { PairedSide } from "../diff/compare-rule.js";
import { measurePooled, sampleOn } from "../diff/measure-rule.js";
import { namesOf } from "../effects/analyze-rule.js";
import type { Division } from "../effects/divide.js";
import { inferMetric, type Subject, type Sureness } from "../effects/infer.js";
import { directionOf } from "../rubric/drops.js";
import type { Rule } from "../rubric/rubric.js";
import { inconclusive } from "../stats/inconclusive.js";
import { stepAlphas } from "../stats/steps.js";

/** One side of which claims are measured, by the very draws of its analysis. */
export interface Measuring {
  readonly side: PairedSide;
  readonly divisions: readonly Division[];
  readonly sureness: Omit<Sureness, "replicates">;
  /** Operators of the plan, `name@dose vN`. */
  readonly planned: readonly string[];
}

const REPLICATES = 10_000;

/** Everything of a rule that can be held against a baseline, as a snapshot keeps it; without verdicts. */
export function measureClaims(
  rule: Rule,
  { side, divisions, sureness, planned }: Measuring,
): SnapshotClaim[] {
  const { attribute, kind, expects } = rule;
  const gathered = namesOf(rule).map((name) => side.operator(rule, name));
  const parts = measurePooled(rule, gathered, side, divisions);
  const scope = kind === "ranking" ? "ranking" : "attribute";
  const alphas = stepAlphas(sureness.alpha);
  return heldMeasures(rule).map(({ claim: { metric, stratum = null, severity }, id, bound }) => {
    const subject: Subject = { scope, attribute, augmentation: "", dose: null, stratum };
    const measured = sampleOn(parts, metric, stratum);
    const inference =
      measured === undefined
        ? inconclusive("not measured for these operators")
        : inferMetric(subject, measured, { ...sureness, replicates: REPLICATES });
    return {
      ...{
        id,
        kind,
        attribute,
        metric,
        direction: directionOf(metric, rule),
        stratum,
        severity,
        bound,
        expects,
      },
      ...{ operators: ruleOperators(rule, planned), verdict: null },
      ...measureKept(measured, inference, alphas),
    };
  });
}

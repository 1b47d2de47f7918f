import type { Claim, Metric } from "../contract.js";
import { namesOf, type Operator } from "../effects/analyze-rule.js";
import type { Division } from "../effects/divide.js";
import { type Sureness, samplingOf } from "../effects/infer.js";
import { directionOf } from "../rubric/drops.js";
import type { Rule } from "../rubric/rubric.js";
import type { PairPlace } from "../store/pair-places.js";
import type { Change } from "./change.js";
import { promptsNeeded } from "./infer-difference.js";
import { measureOperator, measurePooled, restricted, type Scored, sampleOn } from "./measure-rule.js";
import { pairedChange, type Sharpness } from "./paired-change.js";
import { placeOf, sharePairs, type Unshared } from "./shared-pairs.js";

/** One side of a paired comparison: a scorer's scores of the items that both hold, and its pairs. */
export interface PairedSide extends Scored {
  readonly items: ReadonlySet<string>;
  operator(rule: Rule, name: string): Operator;
  places(name: string): readonly PairPlace[];
}

export interface Comparing {
  readonly a: PairedSide;
  readonly b: PairedSide;
  readonly divisions: readonly Division[];
  readonly sureness: Omit<Sureness, "replicates">;
  /** Smallest difference that counts, of a metric. */
  least(metric: Metric): number;
  /** Prompts that the rubric wants for an attribute. */
  wanted(attribute: string): number;
}

export interface ClaimChange extends Change {
  readonly claim: Claim;
}

export interface OperatorChange extends Change {
  readonly attribute: string;
  readonly augmentation: string;
  readonly dose: number | null;
}

export interface RuleChanges {
  readonly claims: readonly ClaimChange[];
  readonly operators: readonly OperatorChange[];
  readonly unshared: readonly Unshared[];
}

const GATE_REPLICATES = 10_000;
const DIAGNOSTIC_REPLICATES = 2_000;

/** What became of one rule from A to B: its claims on all pairs that both hold, and operator by operator. */
export function compareRule(
  rule: Rule,
  { a, b, divisions, sureness, least, wanted }: Comparing,
): RuleChanges {
  const { attribute } = rule;
  const unshared: Unshared[] = [];
  const operators = namesOf(rule).map((name) => {
    const shared = sharePairs(name, a.places(name), b.places(name), { a: a.items, b: b.items });
    unshared.push(...shared.unshared);
    const [ofA, ofB] = [a, b].map((side) =>
      restricted(side.operator(rule, name), (pair) => shared.places.has(placeOf(pair))),
    ) as [Operator, Operator];
    return { name, a: ofA, b: ofB };
  });
  const sharpness = (metric: Metric, few: number): Sharpness => ({
    alpha: sureness.alpha,
    least: least(metric),
    minimumPrompts: few,
  });
  const pooled = {
    a: measurePooled(
      rule,
      operators.map((one) => one.a),
      a,
      divisions,
    ),
    b: measurePooled(
      rule,
      operators.map((one) => one.b),
      b,
      divisions,
    ),
  };
  const claims = rule.claims.map((claim): ClaimChange => {
    const { metric, comparison: direction, stratum = null } = claim;
    const draws = samplingOf({ ...sureness, replicates: GATE_REPLICATES }, "diff", claim.id);
    const samples = { a: sampleOn(pooled.a, metric, stratum), b: sampleOn(pooled.b, metric, stratum) };
    const few = Math.max(wanted(attribute), promptsNeeded(metric));
    return { claim, ...pairedChange({ metric, direction }, samples, draws, sharpness(metric, few)) };
  });
  const measures = measuresOf(rule);
  const ofOperator = (name: string, dose: number | null, ofA: Operator, ofB: Operator): OperatorChange[] => {
    const [own, other] = [measureOperator(ofA, a), measureOperator(ofB, b)];
    return measures.map(({ metric, direction }) => {
      const find = (list: typeof own) => list.find((one) => one.metric === metric);
      const draws = samplingOf(
        { ...sureness, replicates: DIAGNOSTIC_REPLICATES },
        "diff",
        name,
        dose ?? 0,
        metric,
      );
      const sharp = sharpness(metric, promptsNeeded(metric));
      const change = pairedChange({ metric, direction }, { a: find(own), b: find(other) }, draws, sharp);
      return { attribute, augmentation: name, dose, ...change };
    });
  };
  const changes = operators.flatMap(({ name, a: ofA, b: ofB }) => {
    const doses = [...new Set(ofA.groups.flatMap(({ pairs }) => pairs.map(({ dose }) => dose)))];
    const at = (operator: Operator, dose: number | null) =>
      restricted(operator, (pair) => pair.dose === dose);
    const each =
      doses.length < 2 ? [] : doses.flatMap((dose) => ofOperator(name, dose, at(ofA, dose), at(ofB, dose)));
    return [...ofOperator(name, null, ofA, ofB), ...each];
  });
  return { claims, operators: changes, unshared };
}

/** What the rule claims, each once; of operators that stand beside the rubric their mean move. */
export function measuresOf(
  rule: Rule,
): { readonly metric: Metric; readonly direction: Claim["comparison"] }[] {
  const claimed = rule.claims.map(({ metric, comparison }) => ({ metric, direction: comparison }));
  const each = claimed.filter(({ metric }, at) => claimed.findIndex((one) => one.metric === metric) === at);
  if (each.length > 0 || rule.kind === "ranking") return each;
  const metric = rule.kind === "causal" ? "effect" : "bias";
  return [{ metric, direction: directionOf(metric, rule) }];
}

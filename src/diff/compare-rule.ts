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
import { pairedChange } from "./paired-change.js";
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
  /** Smallest difference of a metric that counts. */
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

/** The operators of a rule with the pairs that both sides hold, and a count of the others. */
export interface SharedRule {
  readonly operators: readonly { readonly name: string; readonly a: Operator; readonly b: Operator }[];
  readonly unshared: readonly Unshared[];
}

const GATE_REPLICATES = 10_000;
const DIAGNOSTIC_REPLICATES = 2_000;

export function shareRule(rule: Rule, { a, b }: Pick<Comparing, "a" | "b">): SharedRule {
  const shared = namesOf(rule).map((name) => {
    const items = { a: a.items, b: b.items };
    const { places, unshared } = sharePairs(name, a.places(name), b.places(name), items);
    const of = (side: PairedSide) =>
      restricted(side.operator(rule, name), (pair) => places.has(placeOf(pair)));
    return { operator: { name, a: of(a), b: of(b) }, unshared };
  });
  return {
    operators: shared.map(({ operator }) => operator),
    unshared: shared.flatMap(({ unshared }) => unshared),
  };
}

/** Claims of a rule, all its operators pooled. `least`: what the difference must exceed, of each. */
export function compareClaims(
  rule: Rule,
  claims: readonly Claim[],
  { operators }: SharedRule,
  { a, b, divisions, sureness, wanted }: Comparing,
  least: (claim: Claim) => number,
): ClaimChange[] {
  const pool = (side: "a" | "b") =>
    measurePooled(
      rule,
      operators.map((one) => one[side]),
      side === "a" ? a : b,
      divisions,
    );
  const pooled = { a: pool("a"), b: pool("b") };
  return claims.map((claim): ClaimChange => {
    const { metric, comparison: direction, stratum = null } = claim;
    const draws = samplingOf({ ...sureness, replicates: GATE_REPLICATES }, "diff", claim.id);
    const samples = { a: sampleOn(pooled.a, metric, stratum), b: sampleOn(pooled.b, metric, stratum) };
    const minimumPrompts = Math.max(wanted(rule.attribute), promptsNeeded(metric));
    const sharp = { alpha: sureness.alpha, least: least(claim), minimumPrompts };
    return { claim, ...pairedChange({ metric, direction }, samples, draws, sharp) };
  });
}

/** Each operator of a rule by what the rule claims, at all doses and, where there are several, at each. */
export function compareOperators(rule: Rule, shared: SharedRule, comparing: Comparing): OperatorChange[] {
  const { a, b, sureness, least } = comparing;
  const measures = measuresOf(rule);
  const change = (augmentation: string, dose: number | null, own: Operator, other: Operator) => {
    const [ofA, ofB] = [measureOperator(own, a), measureOperator(other, b)];
    return measures.map(({ metric, direction }): OperatorChange => {
      const find = (samples: typeof ofA) => samples.find((one) => one.metric === metric);
      const sure = { ...sureness, replicates: DIAGNOSTIC_REPLICATES };
      const draws = samplingOf(sure, "diff", augmentation, dose ?? 0, metric);
      const sharp = {
        ...{ alpha: sureness.alpha, least: least(metric) },
        minimumPrompts: promptsNeeded(metric),
      };
      const found = pairedChange({ metric, direction }, { a: find(ofA), b: find(ofB) }, draws, sharp);
      return { attribute: rule.attribute, augmentation, dose, ...found };
    });
  };
  return shared.operators.flatMap(({ name, a: ofA, b: ofB }) => {
    const doses = [...new Set(ofA.groups.flatMap(({ pairs }) => pairs.map(({ dose }) => dose)))];
    const at = (operator: Operator, dose: number | null) =>
      restricted(operator, (pair) => pair.dose === dose);
    const each = doses.length < 2 ? [] : doses;
    return [
      ...change(name, null, ofA, ofB),
      ...each.flatMap((dose) => change(name, dose, at(ofA, dose), at(ofB, dose))),
    ];
  });
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

import type { Covariate, CurvePoint, Effect, Stratum } from "../contract.js";
import type { Rule } from "../rubric/rubric.js";
import type { ScoredPair, ScoredResponse } from "../store/scored-pairs.js";
import { type Altered, type AnswerIndex, alteredBy } from "./altered.js";
import type { AnalysisInput, AnalysisOutput } from "./analyze.js";
import { assessParts, type Parts, type Seeded } from "./assess.js";
import { describeOperator } from "./describe-operator.js";
import type { Division } from "./divide.js";
import type { Subject } from "./effect-row.js";
import { evidenceInOrder } from "./evidence.js";
import type { Gathered } from "./measure.js";
import type { PairGroup } from "./metrics.js";
import { partsOf } from "./parts.js";

/** One operator of a rule: its pairs, dose by dose, and those that came to nothing. */
export interface Operator extends Gathered {
  readonly name: string;
}

/** What all rules share, and the rules before this one. */
interface Around {
  readonly divisions: readonly Division[];
  readonly seeded: Seeded;
  readonly before: readonly Rule[];
  readonly answerOf: AnswerIndex;
}

interface RuleOutput extends AnalysisOutput {
  readonly altered: readonly Altered[];
}

/**
 * One rule: each dose and each operator as diagnostics, then all of them pooled, on which the claims hang; each of it on
 * all the data and part by part. A rule without claims (operators asked for beside the rubric) is not pooled, and tells
 * the doses of a known operator apart.
 */
export function analyzeRule(
  rule: Rule,
  input: AnalysisInput,
  { divisions, seeded, before, answerOf }: Around,
): RuleOutput {
  const { attribute, claims } = rule;
  const { responses, rulers } = input;
  const asked = claims.flatMap(({ stratum }): Stratum[] => (stratum ? [stratum] : []));
  const measured = (gathered: Gathered) => partsOf(gathered, responses, rulers, divisions, asked);
  const assessed = (subject: Omit<Subject, "stratum" | "attribute">, parts: Parts, own: Rule["claims"]) =>
    assessParts({ ...subject, attribute }, parts, own, seeded);
  const operators = namesOf(rule).map((name) => operatorOf(rule, name, input));
  const altered = operators.flatMap(({ name, groups }) =>
    alteredBy(
      rule,
      name,
      groups.flatMap(({ pairs }) => pairs),
      answerOf,
    ),
  );
  const effects: Effect[] = [];
  const curves: CurvePoint[] = [];
  let alone: Parts | undefined;
  for (const operator of operators) {
    const { name: augmentation, groups, skipped } = operator;
    const known = before.some(
      (other) => other.attribute === attribute && namesOf(other).includes(augmentation),
    );
    if (groups.length > 1 || known)
      for (const group of groups) {
        const { dose } = group.pairs[0]!;
        const own = { ...operator, groups: [group], skipped: skipped.filter((one) => one.dose === dose) };
        effects.push(...assessed({ scope: "dose", augmentation, dose }, measured(own), []).effects);
      }
    if (groups.length === 0 || known) continue;
    const parts = measured(operator);
    if (operators.length === 1) alone = parts;
    const whole = assessed({ scope: "augmentation", augmentation, dose: null }, parts, []).effects;
    const described = describeOperator(rule, operator, input, seeded);
    const { ties } = whole[0]!;
    // Whatever the metric, the row speaks of the same pairs.
    const beside = described.effects.map((effect) => ({ ...effect, ties, skipped: skipped.length }));
    effects.push(...whole, ...beside);
    curves.push(...described.curves);
  }
  if (claims.length === 0) return { effects, curves, evidence: [], altered };
  const pooled: Gathered = {
    groups: operators.flatMap(({ groups }) => groups),
    skipped: operators.flatMap(({ skipped }) => skipped),
    targets: new Set(operators.flatMap(({ targets }): Covariate[] => [...targets])),
  };
  const applied = shareOfItems(pooled.groups, responses);
  if (pooled.groups.length === 0)
    return { effects, curves, evidence: evidenceInOrder(claims, [], applied), altered };
  const parts = alone ?? measured(pooled);
  const all = assessed({ scope: "attribute", augmentation: "", dose: null }, parts, claims);
  effects.push(...all.effects);
  return { effects, curves, evidence: evidenceInOrder(claims, all.evidence, applied), altered };
}

/** Of the run's items, those with a valid pair. */
function shareOfItems(groups: readonly PairGroup[], responses: readonly ScoredResponse[]): number | null {
  const items = new Set(responses.map(({ item }) => item));
  const tried = new Set(groups.flatMap(({ pairs }) => pairs.map(({ item }) => item)));
  return items.size === 0 ? null : tried.size / items.size;
}

/** The operators of a rule, each once. */
export function namesOf({ selected }: Rule): string[] {
  return [...new Set(selected.map(({ augmentation }) => augmentation))];
}

/** One operator of a rule at the rule's doses, with what the input holds of it. */
export function operatorOf(
  rule: Rule,
  name: string,
  input: Pick<AnalysisInput, "pairsOf" | "skippedOf" | "targetsOf">,
): Operator {
  const doses = rule.selected
    .filter(({ augmentation }) => augmentation === name)
    .map(({ dose }) => dose ?? null);
  return {
    name,
    groups: groupsOf(rule, doses, input.pairsOf(name)),
    skipped: (input.skippedOf?.(name) ?? []).filter(({ dose }) => doses.includes(dose)),
    targets: new Set(input.targetsOf?.(name) ?? []),
  };
}

function groupsOf(rule: Rule, doses: readonly (number | null)[], pairs: readonly ScoredPair[]): PairGroup[] {
  return doses
    .map((dose) => ({
      expects: rule.expects,
      probe: rule.kind === "probe",
      pairs: pairs.filter((pair) => pair.dose === dose),
    }))
    .filter((group) => group.pairs.length > 0);
}

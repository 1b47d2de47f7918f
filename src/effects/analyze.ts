import type { Claim, Effect } from "../contract.js";
import type { Evidence } from "../rubric/judge.js";
import type { Rule } from "../rubric/rubric.js";
import type { ScoredPair, ScoredResponse } from "../store/scored-pairs.js";
import { doseSlope, relativeDispersion, sensitivityDiagnostics } from "./diagnostics.js";
import { evidenceFor, evidenceInOrder, isMadeOn, noEvidence } from "./evidence.js";
import { effectOf, inferMetric, type Subject, type Sureness } from "./infer.js";
import { changesPrompt, marginMoves, marginTies } from "./margin.js";
import { metricsOf, type PairGroup, type Rulers, sample } from "./metrics.js";
import { rankingAccuracy } from "./order.js";

export interface AnalysisInput {
  readonly responses: readonly ScoredResponse[];
  /** Valid pairs of one operator, all doses, ordered by item. */
  readonly pairsOf: (augmentation: string) => readonly ScoredPair[];
  readonly rules: readonly Rule[];
  readonly rulers: Rulers;
  readonly alpha: number;
  readonly seed: number;
}

export interface AnalysisOutput {
  readonly effects: readonly Effect[];
  /** One a claim, in the rubric's order. */
  readonly evidence: readonly Evidence[];
}

const GATE_REPLICATES = 10_000;
const DIAGNOSTIC_REPLICATES = 2_000;

/** Every effect of a run and the evidence for every claim: a pure function of stored scores, rules and seed. */
export function analyzeScores(input: AnalysisInput): AnalysisOutput {
  return joinParts([...analyzeByRule(input)]);
}

/** The same rule by rule, for a caller that has something else to do in between. */
export function* analyzeByRule(input: AnalysisInput): Generator<AnalysisOutput> {
  for (const [index, rule] of input.rules.entries())
    yield rule.kind === "ranking" ? analyzeRanking(rule, input) : analyzeRule(rule, input, index);
}

export function joinParts(parts: readonly AnalysisOutput[]): AnalysisOutput {
  return { effects: parts.flatMap((part) => part.effects), evidence: parts.flatMap((part) => part.evidence) };
}

function analyzeRanking(rule: Rule, { responses, rulers, alpha, seed }: AnalysisInput): AnalysisOutput {
  const subject: Subject = {
    scope: "ranking",
    attribute: rule.attribute,
    augmentation: "",
    dose: null,
    stratum: null,
  };
  const comparisons = rankingAccuracy(responses, rulers.tolerance);
  const measured = [sample("accuracy", "share", comparisons)];
  const ties = comparisons.filter(({ value }) => value === 0.5).length;
  const whole = assess(subject, measured, rule.claims, { alpha, seed, replicates: GATE_REPLICATES }, ties);
  return { ...whole, evidence: evidenceInOrder(rule.claims, whole.evidence) };
}

/**
 * One rule: each dose and each operator as diagnostics, then all of them pooled, on which the claims hang. A rule
 * without claims (operators asked for beside the rubric) is not pooled, and tells the doses of a known operator apart.
 */
function analyzeRule(rule: Rule, input: AnalysisInput, index: number): AnalysisOutput {
  const { responses, rulers, alpha, seed } = input;
  const gate: Sureness = { alpha, seed, replicates: GATE_REPLICATES };
  const diagnostic: Sureness = { alpha, seed, replicates: DIAGNOSTIC_REPLICATES };
  const operators = namesOf(rule).map((name) => ({
    name,
    groups: groupsOf(rule, name, input.pairsOf(name)),
  }));
  const subjectOf = (scope: Subject["scope"], augmentation: string, dose: number | null): Subject => ({
    scope,
    attribute: rule.attribute,
    augmentation,
    dose,
    stratum: null,
  });
  const effects: Effect[] = [];
  for (const { name, groups } of operators) {
    const known = input.rules
      .slice(0, index)
      .some((other) => other.attribute === rule.attribute && namesOf(other).includes(name));
    if (groups.length > 1 || known) {
      for (const group of groups) {
        const dose = group.pairs[0]!.dose;
        const measured = metricsOf([group], responses, rulers);
        effects.push(
          ...assess(
            subjectOf("dose", name, dose),
            measured,
            [],
            diagnostic,
            tiesIn([group], responses, rulers),
          ).effects,
        );
      }
    }
    if (groups.length === 0 || known) continue;
    effects.push(...describeOperator(subjectOf("augmentation", name, null), groups, input, diagnostic));
  }
  if (rule.claims.length === 0) return { effects, evidence: [] };
  const all = operators.flatMap(({ groups }) => groups);
  const subject = subjectOf("attribute", "", null);
  const applied = shareOfItems(all, responses);
  if (all.length === 0) return { effects, evidence: evidenceInOrder(rule.claims, [], applied) };
  const pooled = assess(
    subject,
    metricsOf(all, responses, rulers),
    rule.claims,
    gate,
    tiesIn(all, responses, rulers),
  );
  const evidence = evidenceInOrder(rule.claims, pooled.evidence, applied);
  return { effects: [...effects, ...pooled.effects], evidence };
}

/** Of the run's items, those with a valid pair. */
function shareOfItems(groups: readonly PairGroup[], responses: readonly ScoredResponse[]): number | null {
  const items = new Set(responses.map(({ item }) => item));
  const tried = new Set(groups.flatMap(({ pairs }) => pairs.map(({ item }) => item)));
  return items.size === 0 ? null : tried.size / items.size;
}

function namesOf({ selected }: Rule): string[] {
  return [...new Set(selected.map(({ augmentation }) => augmentation))];
}

function describeOperator(
  subject: Subject,
  groups: readonly PairGroup[],
  { responses, rulers }: AnalysisInput,
  sureness: Sureness,
): Effect[] {
  const ties = tiesIn(groups, responses, rulers);
  const { effects } = assess(subject, metricsOf(groups, responses, rulers), [], sureness, ties);
  const { expects } = groups[0]!;
  const pairs = groups.flatMap((group) => group.pairs);
  const more = [...effects];
  if (expects === "lower" || expects === "higher")
    more.push(...sensitivityDiagnostics(subject, groups, sureness));
  // The answers of a changed prompt grow no longer with the dose.
  if (groups.length > 1 && !changesPrompt(pairs))
    more.push(doseSlope(subject, pairs, rulers.scale, sureness));
  if (subject.augmentation === "irrelevant-query")
    more.push(relativeDispersion(subject, pairs, ownMargins(responses), sureness));
  // Whatever the metric, the row speaks of the same pairs.
  return more.map((effect) => ({ ...effect, ties }));
}

/** Infers every metric and gathers the evidence for the claims made on them. */
function assess(
  subject: Subject,
  metrics: ReturnType<typeof metricsOf>,
  claims: readonly Claim[],
  sureness: Sureness,
  ties: number,
): AnalysisOutput {
  const inferred = metrics.map((measured) => {
    const inference = inferMetric(subject, measured, sureness);
    return { measured, inference, effect: effectOf(subject, measured, inference, sureness, ties) };
  });
  const mine = claims.filter((claim) => isMadeOn(claim, subject.stratum));
  const evidence = mine.map((claim) => {
    const found = inferred.find(({ measured }) => measured.metric === claim.metric);
    if (found === undefined) return noEvidence(claim, `${claim.metric} is not measured for these operators`);
    return evidenceFor(claim, found.measured, found.effect, found.inference);
  });
  return { effects: inferred.map(({ effect }) => effect), evidence };
}

function groupsOf(rule: Rule, name: string, pairs: readonly ScoredPair[]): PairGroup[] {
  const doses = rule.selected
    .filter(({ augmentation }) => augmentation === name)
    .map(({ dose }) => dose ?? null);
  return doses
    .map((dose) => ({
      expects: rule.expects,
      probe: rule.kind === "probe",
      pairs: pairs.filter((pair) => pair.dose === dose),
    }))
    .filter((group) => group.pairs.length > 0);
}

function tiesIn(
  groups: readonly PairGroup[],
  responses: readonly ScoredResponse[],
  { tolerance }: Rulers,
): number {
  const ties = groups.map(({ pairs }) =>
    changesPrompt(pairs)
      ? marginTies(marginMoves(responses, pairs), tolerance)
      : pairs.filter(({ base, variant }) => Math.abs(variant - base) <= tolerance).length,
  );
  return ties.reduce((sum, count) => sum + count, 0);
}

/** Margin of the first rejected over the first chosen answer of each item under its own prompt. */
function ownMargins(responses: readonly ScoredResponse[]): Map<string, number> {
  const chosen = new Map<string, number>();
  const margins = new Map<string, number>();
  for (const { item, role, score } of responses) {
    if (role === "chosen" && !chosen.has(item)) chosen.set(item, score);
  }
  for (const { item, role, score } of responses) {
    if (role === "rejected" && chosen.has(item) && !margins.has(item))
      margins.set(item, score - chosen.get(item)!);
  }
  return margins;
}

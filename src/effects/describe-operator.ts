import type { CurvePoint, Effect } from "../contract.js";
import type { Rule } from "../rubric/rubric.js";
import type { ScoredResponse } from "../store/scored-pairs.js";
import type { AnalysisInput } from "./analyze.js";
import type { Operator } from "./analyze-rule.js";
import { diagnostic, type Seeded } from "./assess.js";
import { type Limit, responseCurve } from "./curve.js";
import { doseSlope, relativeDispersion, sensitivityDiagnostics } from "./diagnostics.js";
import { changesPrompt } from "./margin.js";

/** Tolerated mean move where the rule claims none (statistics.md §3). */
const STANDARD_BOUND = 0.2;

/** What is told of an operator beside its metrics, on all the data: never gated. */
export function describeOperator(
  rule: Rule,
  { name, groups }: Operator,
  { responses, rulers: { scale } }: AnalysisInput,
  seeded: Seeded,
): { readonly effects: Effect[]; readonly curves: readonly CurvePoint[] } {
  const { attribute, expects } = rule;
  const subject = {
    scope: "augmentation",
    attribute,
    augmentation: name,
    dose: null,
    stratum: null,
  } as const;
  const sureness = diagnostic(seeded);
  const pairs = groups.flatMap((group) => group.pairs);
  const effects: Effect[] = [];
  if (expects === "lower" || expects === "higher")
    effects.push(...sensitivityDiagnostics(subject, groups, sureness));
  if (name === "irrelevant-query")
    effects.push(relativeDispersion(subject, pairs, ownMargins(responses), sureness));
  // The answers of a changed prompt grow no longer with the dose.
  if (groups.length < 2 || changesPrompt(pairs)) return { effects, curves: [] };
  effects.push(doseSlope(subject, pairs, scale, sureness));
  if (scale.ruler === null) return { effects, curves: [] };
  const { points, exceeding } = responseCurve(subject, pairs, scale.ruler, limitOf(rule), sureness);
  return { effects: [...effects, exceeding], curves: points };
}

function limitOf({ claims, expects }: Rule): Limit {
  const bias = claims.find(({ metric, stratum }) => metric === "bias" && stratum === undefined);
  return { bound: bias?.bound ?? STANDARD_BOUND, sides: expects === "not-higher" ? "above" : "both" };
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

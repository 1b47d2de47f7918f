import type { Claim, Item, Metric } from "../contract.js";
import { levelsOf, type MetricSample, metricsOf, type PairGroup, type Rulers } from "../effects/metrics.js";
import { rankingAccuracy } from "../effects/order.js";
import type { AcceptedPair, Selected } from "../pairs/build.js";
import type { Rule } from "../rubric/rubric.js";
import { nameSelected } from "../rubric/select.js";
import type { ScoredPair, ScoredResponse } from "../store/scored-pairs.js";

/** Values that a claim would have of one item: pairs, or comparisons of chosen with rejected. */
export interface ClaimPairs {
  readonly claim: Claim;
  readonly n: number;
}

/**
 * What each claim of the rules would have of one item, by the very code that measures it, on rewards that stand for none:
 * chosen 1, all else 0, so that every comparison counts as won (outlook.ts takes off those that are not). Claims on a part of the data other than a side are counted
 * as if the item were in it. Claims that get nothing are left out.
 */
export function claimPairs(
  item: Item,
  pairs: readonly AcceptedPair[],
  rules: readonly Rule[],
  operators: ReadonlyMap<string, Selected>,
  used: Rulers["scale"]["used"],
): ClaimPairs[] {
  const responses = item.responses.map((_, position) => responseOf(item, position));
  const rulers: Rulers = { scale: { ...UNIT, used }, tolerance: 0, tail: 1, floor: 1 };
  return rules.flatMap((rule): ClaimPairs[] => {
    if (rule.claims.length === 0) return [];
    if (rule.kind === "ranking") return rule.claims.flatMap(counted(rankingAccuracy(responses, 0).length));
    const own = new Set(rule.selected.map(nameSelected));
    const mine = pairs.filter((pair) => own.has(nameSelected(pair)));
    if (mine.length === 0) return [];
    const groups = groupsOf(rule, mine, item, operators);
    const whole = countsOf(metricsOf(groups, responses, rulers));
    return rule.claims.flatMap((claim) => {
      const { metric, stratum } = claim;
      if (stratum?.kind !== "side") return counted(whole.get(metric) ?? 0)(claim);
      const onSide = groups
        .map((group) => ({ ...group, pairs: group.pairs.filter(({ role }) => role === stratum.value) }))
        .filter((group) => group.pairs.length > 0 && group.pairs[0]!.changes !== "prompt");
      if (onSide.length === 0) return [];
      return counted(countsOf(levelsOf(onSide, responses, rulers)).get(metric) ?? 0)(claim);
    });
  });
}

const UNIT = { within: 1, overall: 1, ruler: 1, span: null, reason: "" } as const;

function counted(n: number): (claim: Claim) => ClaimPairs[] {
  return (claim) => (n === 0 ? [] : [{ claim, n }]);
}

function countsOf(samples: readonly MetricSample[]): ReadonlyMap<Metric, number> {
  return new Map(samples.map(({ metric, sample, n }) => [metric, sample.items.length === 0 ? 0 : n]));
}

function groupsOf(
  { expects, kind, selected }: Rule,
  pairs: readonly AcceptedPair[],
  item: Item,
  operators: ReadonlyMap<string, Selected>,
): PairGroup[] {
  return selected.flatMap((one): PairGroup[] => {
    const name = nameSelected(one);
    const mine = pairs.filter((pair) => nameSelected(pair) === name);
    if (mine.length === 0) return [];
    const { augmentation } = operators.get(name)!;
    const scored = mine.map((pair): ScoredPair => {
      const { role, score, ...place } = responseOf(item, pair.response);
      return {
        ...{ ...place, role, augmentation: augmentation.name, dose: pair.dose ?? null },
        ...{ expects: augmentation.expects, changes: augmentation.changes, base: score, variant: score },
        ...{ baseTokens: pair.drift.baseTokens, variantTokens: pair.drift.variantTokens },
      };
    });
    return [{ expects, probe: kind === "probe", pairs: scored }];
  });
}

function responseOf({ id, promptKey, responses }: Item, position: number): ScoredResponse {
  const { role, style } = responses[position]!;
  const score = role === "chosen" ? 1 : 0;
  return { item: id, prompt: promptKey, position, role, style, score, truncated: false };
}

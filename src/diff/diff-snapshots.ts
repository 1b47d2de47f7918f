import { otherMeasure, otherOracle } from "../baseline/comparable.js";
import type { Snapshot, SnapshotClaim } from "../baseline/snapshot.js";
import { operatorAlphas } from "../baseline/steps-of.js";
import type { Claim, Metric } from "../contract.js";
import { isOracleName } from "../oracle/operators.js";
import type { ClaimChange, OperatorChange } from "./compare-rule.js";
import type { Diff, DiffSide } from "./diff.js";
import { identityDifferences } from "./identities.js";
import { promptsNeeded } from "./infer-difference.js";
import { judgeClaims, judgeOperators, verdictOf } from "./judge-changes.js";
import { planDifferences, type Weighed } from "./plan-differences.js";
import { unpairedChange } from "./unpaired-change.js";

const SAME = ["augmentation", "dose", "attribute", "metric", "direction"] as const;
const IN_SDS: ReadonlySet<Metric> = new Set(["effect", "bias", "dispersion"]);

/** Two snapshots, or a snapshot and what a run would be saved as: claim by claim from the two intervals, unpaired. */
export function diffSnapshots(
  a: Snapshot,
  b: Snapshot,
  margin: number,
  sources: Pick<DiffSide, "source">[],
): Diff {
  const { alpha, minimumPrompts } = b.rubric;
  const other = otherPairs(a, b);
  const noise = noiseOf(a) + noiseOf(b);
  const sharpness = (metric: Metric, few: number) => ({
    alpha,
    least: IN_SDS.has(metric) ? Math.max(margin, noise) : margin,
    minimumPrompts: few,
  });
  const alphas = { a: a.alphas, b: b.alphas };
  const changes = b.claims
    .filter(({ bound }) => bound !== null)
    .map((mine): ClaimChange => {
      const claim = claimOf(mine);
      const yours = a.claims.find(({ id }) => id === mine.id);
      const sharp = sharpness(mine.metric, Math.max(minimumPrompts, promptsNeeded(mine.metric)));
      if (yours === undefined)
        return { claim, ...unpairedChange(mine, mine, alphas, "no such measure in A", sharp), a: null };
      const why =
        other ||
        otherMeasure(
          { ...yours, figures: a.rubric, oracle: a.oracle },
          { ...mine, figures: b.rubric, oracle: b.oracle },
        );
      return { claim, ...unpairedChange(yours, mine, alphas, why, sharp) };
    });
  const ofOperators = { a: operatorAlphas(a.rubric.alpha), b: operatorAlphas(b.rubric.alpha) };
  const operators = b.operators.map((mine): OperatorChange => {
    const { attribute, augmentation, dose, metric, version } = mine;
    const sharp = sharpness(metric, promptsNeeded(metric));
    const yours = a.operators.find((one) => SAME.every((field) => one[field] === mine[field]));
    const subject = { attribute, augmentation, dose };
    if (yours === undefined)
      return { ...subject, ...unpairedChange(mine, mine, ofOperators, "not measured in A", sharp), a: null };
    const answers = isOracleName(augmentation) ? otherOracle(a.oracle, b.oracle) : "";
    const versions =
      yours.version === version ? "" : `operator version ${yours.version} in A, ${version} in B`;
    return { ...subject, ...unpairedChange(yours, mine, ofOperators, other || answers || versions, sharp) };
  });
  const claims = judgeClaims(changes, alpha);
  const items = a.data.digest === b.data.digest ? { shared: b.data.items, onlyA: 0, onlyB: 0 } : null;
  return {
    verdict: verdictOf(claims),
    a: sideOf(a, sources[0]!),
    b: sideOf(b, sources[1]!),
    paired: false,
    ...{ alpha, margin, claims, items },
    operators: judgeOperators(operators, alpha),
    unshared: [],
    scorers: identityDifferences(a.scorer, b.scorer),
    plans: planDifferences(weighedOf(a), weighedOf(b), items),
  };
}

/** Without the pairs nothing is known of those that both hold: data and seed must be the same. */
export function otherPairs(a: Pick<Snapshot, "data" | "seed">, b: Pick<Snapshot, "data" | "seed">): string {
  if (a.data.digest !== b.data.digest) return "other data: without the pairs it is not known what both hold";
  return a.seed === b.seed ? "" : `seed ${a.seed} in A, ${b.seed} in B: other pairs`;
}

export function noiseOf({ ruler, noiseFloor }: Snapshot): number {
  return ruler === null || noiseFloor === null ? 0 : (2 * noiseFloor) / ruler;
}

function claimOf({ id, kind, attribute, metric, direction, bound, severity, stratum }: SnapshotClaim): Claim {
  const part = stratum === null ? {} : { stratum };
  return {
    ...{ id, kind, attribute, metric, comparison: direction, bound: bound ?? 0, severity, why: "" },
    ...part,
  };
}

function sideOf(
  { run, rubric, scorer, ruler, noiseFloor }: Snapshot,
  { source }: Pick<DiffSide, "source">,
): DiffSide {
  return { source, run, rubric: rubric.name, scorer, ruler, noiseFloor };
}

function weighedOf({ data, seed, rubric, claims, oracle }: Snapshot): Weighed {
  const { name, digest, alpha, minimumPrompts, scale, tail, floor } = rubric;
  const held = claims.filter(({ bound }) => bound !== null).map(claimOf);
  return {
    ...{ data: data.digest, items: data.items, seed, oracle, rubric: { name, digest } },
    figures: { alpha, minimumPrompts, scale, tail, floor },
    claims: held,
  };
}

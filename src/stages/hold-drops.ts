import { dropEvidence, sameScorerEvidence } from "../baseline/drop-evidence.js";
import { type BaselineChoice, requireComparable } from "../baseline/requirements.js";
import { measureOf } from "../baseline/rule-operators.js";
import type { Snapshot } from "../baseline/snapshot.js";
import type { BaselineView } from "../contract.js";
import { compareClaims, shareRule } from "../diff/compare-rule.js";
import { promptsNeeded } from "../diff/infer-difference.js";
import { unpairedChange } from "../diff/unpaired-change.js";
import { directionOf, dropsOf } from "../rubric/drops.js";
import type { Evidence } from "../rubric/judge.js";
import type { Store } from "../store/open.js";
import { findRun, type RunRow } from "../store/runs.js";
import { comparingOf } from "./diff-runs.js";
import { runOfSnapshot } from "./find-side.js";
import { headOf, measuringOf } from "./make-snapshot.js";
import { measureClaims } from "./measure-claims.js";
import { type RunSide, readRunSide } from "./run-side.js";

export interface Held {
  /** One a drop, in the rubric's order; none without a baseline. */
  readonly evidence: readonly Evidence[];
  readonly how: BaselineView["how"];
}

/**
 * The evidence of an analysed run for what may not have dropped: pair by pair where the baseline's run lies in the same
 * database, else from its snapshot's intervals and the run's own, unpaired. Throws TARE_BASELINE_DATA, TARE_BASELINE_RUBRIC.
 */
export function holdDrops(store: Store, id: string, choice: BaselineChoice): Held {
  if (choice === undefined || choice === "none") return { evidence: [], how: "none" };
  const side = readRunSide(store, findRun(store, id)!);
  const { run, rubric, rules, plan } = side;
  const { operators: planned, oracle } = plan;
  const weighing = { data: run.data, seed: run.seed, rubric, rules, planned, oracle };
  requireComparable(choice, weighing, `baseline ${choice.digest.slice(0, 12)}`);
  if (run.scorer === choice.scorer.key && run.reward === choice.scorer.reward) {
    const kept = (drop: string) => choice.claims.find((claim) => claim.id === measureOf(drop))!;
    const evidence = dropsOf(rules).map((drop) => {
      const { n, clusters } = kept(drop.id);
      return sameScorerEvidence(drop, n, clusters);
    });
    return { evidence, how: "same scorer" };
  }
  const before = runOfSnapshot(store, choice);
  return before === undefined
    ? { evidence: unpaired(store, side, choice), how: "unpaired" }
    : { evidence: paired(store, side, before), how: "paired" };
}

function paired(store: Store, b: RunSide, before: RunRow): Evidence[] {
  const comparing = comparingOf(store, { a: readRunSide(store, before), b }, 0);
  return b.rules.flatMap((rule) => {
    const { drops = [] } = rule;
    if (drops.length === 0) return [];
    const claims = drops.map((drop) => ({ ...drop, comparison: directionOf(drop.metric, rule) }));
    const shared = shareRule(rule, comparing);
    const changes = compareClaims(rule, claims, shared, comparing, ({ bound }) => bound);
    return drops.map((drop, index) => dropEvidence(drop, changes[index]!));
  });
}

function unpaired(store: Store, side: RunSide, baseline: Snapshot): Evidence[] {
  const measuring = measuringOf(store, side);
  const { alphas, rubric } = headOf(store, side, measuring);
  return side.rules.flatMap((rule) => {
    const { drops = [] } = rule;
    if (drops.length === 0) return [];
    const measured = measureClaims(rule, measuring);
    return drops.map((drop) => {
      const find = (claims: Snapshot["claims"]) => claims.find(({ id }) => id === measureOf(drop.id))!;
      const sharp = {
        ...{ alpha: rubric.alpha, least: drop.bound },
        minimumPrompts: promptsNeeded(drop.metric),
      };
      const change = unpairedChange(
        find(baseline.claims),
        find(measured),
        { a: baseline.alphas, b: alphas },
        "",
        sharp,
      );
      return dropEvidence(drop, change);
    });
  });
}

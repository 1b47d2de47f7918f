import type { PairedSide } from "../diff/compare-rule.js";
import type { ScorerSide } from "../diff/identities.js";
import { operatorOf } from "../effects/analyze-rule.js";
import type { Rulers } from "../effects/metrics.js";
import { measureScale, type Scale } from "../effects/scale.js";
import type { Plan } from "../plan.js";
import type { Rubric, Rule } from "../rubric/rubric.js";
import type { Store } from "../store/open.js";
import { readPairPlaces } from "../store/pair-places.js";
import type { RunRow } from "../store/runs.js";
import {
  readOperatorPairs,
  readScoredResponses,
  type ScoredPair,
  type ScoredResponse,
} from "../store/scored-pairs.js";
import { readScorer } from "../store/scores.js";
import { rulesOfRun } from "./stored-rules.js";

/** A complete run, read back to be compared. */
export interface RunSide {
  readonly run: RunRow;
  readonly plan: Plan;
  readonly rubric: Rubric;
  readonly rules: readonly Rule[];
  readonly scorer: ScorerSide;
  readonly responses: readonly ScoredResponse[];
  readonly items: ReadonlySet<string>;
}

export function readRunSide(store: Store, run: RunRow): RunSide {
  const plan = JSON.parse(run.plan) as Plan;
  const responses = readScoredResponses(store, run.id);
  return {
    ...{ run, plan, responses },
    ...rulesOfRun(store, run, plan),
    scorer: { ...readScorer(store, run.scorer), key: run.scorer, reward: run.reward },
    items: new Set(responses.map(({ item }) => item)),
  };
}

/** The side as it is compared: its answers to some items, on a ruler of its own made from these, under a rubric's figures. */
export function pairedSide(
  store: Store,
  { run, responses, items }: RunSide,
  shared: ReadonlySet<string>,
  rubric: Rubric,
): PairedSide & { readonly rulers: Rulers } {
  const own = responses.filter(({ item }) => shared.has(item));
  const scale: Scale = measureScale(own, rubric.scale);
  const { tail, document } = rubric;
  const rulers = { scale, tolerance: 2 * (run.noiseFloor ?? 0), tail, floor: document.floor };
  return {
    ...{ items, rulers, responses: own },
    operator: (rule, name) => operatorOf(rule, name, { pairsOf: pairsOf(store, run.id) }),
    places: (name) => readPairPlaces(store, run.id, name),
  };
}

function pairsOf(store: Store, run: string): (augmentation: string) => readonly ScoredPair[] {
  return (augmentation) => readOperatorPairs(store, run, augmentation).valid;
}

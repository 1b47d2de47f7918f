import { measureKept } from "../baseline/measure-kept.js";
import { digestOfSnapshot } from "../baseline/read-snapshot.js";
import { heldMeasures, ruleOperators, versionOf } from "../baseline/rule-operators.js";
import {
  SNAPSHOT_VERSION,
  type Snapshot,
  type SnapshotClaim,
  type SnapshotOperator,
} from "../baseline/snapshot.js";
import { operatorAlphas } from "../baseline/steps-of.js";
import { measuresOf } from "../diff/compare-rule.js";
import { measureOperator, measurePooled, restricted, sampleOn } from "../diff/measure-rule.js";
import { strataOf } from "../effects/analyze.js";
import { namesOf, type Operator } from "../effects/analyze-rule.js";
import { divideItems } from "../effects/divide.js";
import { inferMetric, type Subject, sharedDraws } from "../effects/infer.js";
import type { MetricSample } from "../effects/metrics.js";
import { directionOf } from "../rubric/drops.js";
import type { Rule } from "../rubric/rubric.js";
import { inconclusive } from "../stats/inconclusive.js";
import { stepAlphas } from "../stats/steps.js";
import { readItemFacts } from "../store/item-facts.js";
import type { Store } from "../store/open.js";
import { countRunData } from "../store/runs.js";
import { readVerdicts } from "../store/verdicts.js";
import { VERSION } from "../version.js";
import { type Around, stopIfAborted } from "./around.js";
import { pairedSide, type RunSide } from "./run-side.js";

const GATE_REPLICATES = 10_000;
const DIAGNOSTIC_REPLICATES = 2_000;

/** A complete run as a snapshot: what its claims and operators were measured at, by the very draws of its analysis. */
export async function makeSnapshot(store: Store, side: RunSide, around: Around): Promise<Snapshot> {
  const { run, rubric, rules, plan } = side;
  const own = pairedSide(store, side, side.items, rubric);
  const asked = strataOf(rules);
  const divisions = divideItems(readItemFacts(store, run.id), asked);
  const sureness = { alpha: rubric.alpha, seed: run.seed, multiplicities: sharedDraws(run.seed) };
  const verdicts = new Map(
    readVerdicts(store, run.id).map(({ verdict }) => [verdict.claim.id, verdict.verdict]),
  );
  const alphas = stepAlphas(rubric.alpha);
  const keep = (
    subject: Subject,
    measured: MetricSample | undefined,
    replicates: number,
    at: readonly number[],
  ) =>
    measureKept(
      measured,
      measured === undefined
        ? inconclusive("not measured for these operators")
        : inferMetric(subject, measured, { ...sureness, replicates }),
      at,
    );
  const claimsOf = (rule: Rule, operators: readonly Operator[]): SnapshotClaim[] => {
    const { attribute, kind, expects } = rule;
    const parts = measurePooled(rule, operators, own, divisions);
    const scope = kind === "ranking" ? "ranking" : "attribute";
    return heldMeasures(rule).map(({ claim: { metric, stratum = null, severity }, id, bound }) => {
      const subject: Subject = { scope, attribute, augmentation: "", dose: null, stratum };
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
        ...{ operators: ruleOperators(rule, plan.operators), verdict: verdicts.get(id) ?? null },
        ...keep(subject, sampleOn(parts, metric, stratum), GATE_REPLICATES, alphas),
      };
    });
  };
  const operatorsOf = (rule: Rule, { name, groups }: Operator): SnapshotOperator[] => {
    const doses = [...new Set(groups.flatMap(({ pairs }) => pairs.map(({ dose }) => dose)))];
    const each = doses.length < 2 ? [] : doses;
    const version = versionOf(name, plan.operators);
    return [null, ...each].flatMap((dose) => {
      const operator =
        dose === null ? { groups } : restricted({ groups } as Operator, (pair) => pair.dose === dose);
      const samples = measureOperator(operator, own);
      return measuresOf(rule).map(({ metric, direction }): SnapshotOperator => {
        const measured = samples.find((one) => one.metric === metric);
        const scope = dose === null ? "augmentation" : "dose";
        const subject: Subject = {
          scope,
          attribute: rule.attribute,
          augmentation: name,
          dose,
          stratum: null,
        };
        const kept = keep(subject, measured, DIAGNOSTIC_REPLICATES, operatorAlphas(rubric.alpha));
        return { augmentation: name, version, dose, attribute: rule.attribute, metric, direction, ...kept };
      });
    });
  };
  const claims: SnapshotClaim[] = [];
  const operators: SnapshotOperator[] = [];
  for (const [done, rule] of rules.entries()) {
    around.progress.update("measuring", done, rules.length, "attributes");
    const gathered = namesOf(rule).map((name) => own.operator(rule, name));
    claims.push(...claimsOf(rule, gathered));
    operators.push(...gathered.flatMap((operator) => operatorsOf(rule, operator)));
    await stopIfAborted(around.signal, "measuring a baseline");
  }
  const { items, prompts } = countRunData(store, run.id);
  const { alpha, minimumPrompts, scale, tail, document } = rubric;
  const content: Snapshot = {
    ...{ schema: "tare-baseline", version: SNAPSHOT_VERSION, tare: VERSION, run: run.id },
    data: { digest: run.data, items, prompts },
    seed: run.seed,
    rubric: {
      name: rubric.name,
      digest: run.rubric,
      alpha,
      minimumPrompts,
      scale,
      tail,
      floor: document.floor,
    },
    scorer: { ...side.scorer, files: { ...side.scorer.files }, heads: [...side.scorer.heads] },
    ruler: own.rulers.scale.ruler,
    noiseFloor: run.noiseFloor,
    ...{ alphas, claims, operators },
    digest: "",
  };
  return { ...content, digest: digestOfSnapshot(content) };
}

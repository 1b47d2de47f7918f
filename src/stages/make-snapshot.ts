import { measureKept } from "../baseline/measure-kept.js";
import { digestOfSnapshot } from "../baseline/read-snapshot.js";
import { versionOf } from "../baseline/rule-operators.js";
import {
  SNAPSHOT_VERSION,
  type Snapshot,
  type SnapshotClaim,
  type SnapshotOperator,
} from "../baseline/snapshot.js";
import { operatorAlphas } from "../baseline/steps-of.js";
import { measuresOf } from "../diff/compare-rule.js";
import { measureOperator, restricted } from "../diff/measure-rule.js";
import { strataOf } from "../effects/analyze.js";
import { namesOf } from "../effects/analyze-rule.js";
import { divideItems } from "../effects/divide.js";
import { inferMetric, type Subject, sharedDraws } from "../effects/infer.js";
import type { Rule } from "../rubric/rubric.js";
import { inconclusive } from "../stats/inconclusive.js";
import { stepAlphas } from "../stats/steps.js";
import { readItemFacts } from "../store/item-facts.js";
import type { Store } from "../store/open.js";
import { countRunData } from "../store/runs.js";
import { readVerdicts } from "../store/verdicts.js";
import { VERSION } from "../version.js";
import { type Around, stopIfAborted } from "./around.js";
import { type Measuring, measureClaims } from "./measure-claims.js";
import { pairedSide, type RunSide } from "./run-side.js";

const REPLICATES = 2_000;

/** A complete run as a snapshot: what its claims and operators were measured at, by the very draws of its analysis. */
export async function makeSnapshot(store: Store, run: RunSide, around: Around): Promise<Snapshot> {
  const measuring = measuringOf(store, run);
  const verdicts = new Map(
    readVerdicts(store, run.run.id).map(({ verdict }) => [verdict.claim.id, verdict.verdict]),
  );
  const claims: SnapshotClaim[] = [];
  const operators: SnapshotOperator[] = [];
  for (const [done, rule] of run.rules.entries()) {
    around.progress.update("measuring", done, run.rules.length, "attributes");
    const measured = measureClaims(rule, measuring);
    claims.push(...measured.map((claim) => ({ ...claim, verdict: verdicts.get(claim.id) ?? null })));
    operators.push(...measureOperators(rule, measuring));
    await stopIfAborted(around.signal, "measuring a baseline");
  }
  const content = { ...headOf(store, run, measuring), claims, operators, digest: "" };
  return { ...content, digest: digestOfSnapshot(content) };
}

/** The run as it measures itself, on all its items. */
export function measuringOf(store: Store, { run, rubric, rules, plan, ...side }: RunSide): Measuring {
  const divisions = divideItems(readItemFacts(store, run.id), strataOf(rules));
  const sureness = { alpha: rubric.alpha, seed: run.seed, multiplicities: sharedDraws(run.seed) };
  const whole = pairedSide(store, { run, rubric, rules, plan, ...side }, side.items, rubric);
  return { side: whole, divisions, sureness, planned: plan.operators };
}

function measureOperators(rule: Rule, { side, sureness, planned }: Measuring): SnapshotOperator[] {
  const { attribute } = rule;
  return namesOf(rule).flatMap((augmentation) => {
    const operator = side.operator(rule, augmentation);
    const doses = [...new Set(operator.groups.flatMap(({ pairs }) => pairs.map(({ dose }) => dose)))];
    const version = versionOf(augmentation, planned);
    return [null, ...(doses.length < 2 ? [] : doses)].flatMap((dose) => {
      const own = dose === null ? operator : restricted(operator, (pair) => pair.dose === dose);
      const samples = measureOperator(own, side);
      const scope = dose === null ? "augmentation" : "dose";
      const subject: Subject = { scope, attribute, augmentation, dose, stratum: null };
      return measuresOf(rule).map(({ metric, direction }): SnapshotOperator => {
        const measured = samples.find((one) => one.metric === metric);
        const inference =
          measured === undefined
            ? inconclusive("no valid pair")
            : inferMetric(subject, measured, { ...sureness, replicates: REPLICATES });
        const kept = measureKept(measured, inference, operatorAlphas(sureness.alpha));
        return { augmentation, version, dose, attribute, metric, direction, ...kept };
      });
    });
  });
}

/** What is kept beside the measures. */
export function headOf(
  store: Store,
  { run, rubric, scorer, plan }: RunSide,
  { side }: Measuring,
): Omit<Snapshot, "claims" | "operators" | "digest"> {
  const { items, prompts } = countRunData(store, run.id);
  const { name, alpha, minimumPrompts, scale, tail, document } = rubric;
  return {
    ...{ schema: "tare-baseline", version: SNAPSHOT_VERSION, tare: VERSION, run: run.id },
    data: { digest: run.data, items, prompts },
    seed: run.seed,
    ...(plan.oracle === undefined ? {} : { oracle: plan.oracle }),
    rubric: { name, digest: run.rubric, alpha, minimumPrompts, scale, tail, floor: document.floor },
    scorer: { ...scorer, files: { ...scorer.files }, heads: [...scorer.heads] },
    ruler: side.rulers.scale.ruler,
    noiseFloor: run.noiseFloor,
    alphas: stepAlphas(alpha),
  };
}

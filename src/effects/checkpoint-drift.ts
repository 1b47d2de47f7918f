import type { CheckpointMean, CheckpointMeasure, RewardCorrelation } from "../contract.js";
import { type Inconclusive, type Inference, isInconclusive, meanInference } from "../stats/inference.js";
import { diagnostic, type Seeded } from "./assess.js";
import { finite, samplingOf } from "./infer.js";
import { meansByItem } from "./item-values.js";
import { rewardCorrelations } from "./reward-correlation.js";

/** One answer of a policy, with all that is measured of it. */
export interface PolicyAnswer {
  /** A log may give all answers to a prompt in one item, or each in its own. */
  readonly item: string;
  readonly prompt: string;
  readonly checkpoint: string;
  readonly step: number | null;
  readonly values: Readonly<Record<string, number>>;
}

/** How reward, length and format move over the checkpoints of a policy, and how they go together (Gao et al. 2022). */
export function checkpointDrift(
  logged: readonly PolicyAnswer[],
  seeded: Seeded,
): { readonly means: CheckpointMean[]; readonly correlations: RewardCorrelation[] } {
  const answers = byPromptAtCheckpoint(logged);
  const measures = [...new Set(answers.flatMap(({ values }) => Object.keys(values)))] as CheckpointMeasure[];
  const checkpoints = inOrder(answers);
  const means = measures.flatMap((measure) => {
    const [first, ...rest] = checkpoints.map((own) => own.filter(({ values }) => measure in values));
    if (first === undefined) return [];
    return [first, ...rest].flatMap((own, place) =>
      own.length === 0 ? [] : [meanAt(measure, place, own, place === 0 ? [] : first, seeded)],
    );
  });
  return { means, correlations: rewardCorrelations(answers, measures, seeded.alpha) };
}

/** The answers to a prompt at one checkpoint side by side, as one item, however many the log made of them. */
function byPromptAtCheckpoint(answers: readonly PolicyAnswer[]): PolicyAnswer[] {
  const groups = new Map<string, PolicyAnswer[]>();
  for (const answer of answers) {
    const item = JSON.stringify([answer.step, answer.checkpoint, answer.prompt]);
    const own = groups.get(item) ?? [];
    groups.set(item, own);
    own.push({ ...answer, item });
  }
  return [...groups.values()].flat();
}

/** The answers of each checkpoint, by step, then by name: `checkpoint-9` before `checkpoint-10`. */
function inOrder(answers: readonly PolicyAnswer[]): PolicyAnswer[][] {
  const checkpoints = new Map<string, PolicyAnswer[]>();
  for (const answer of answers) {
    const name = JSON.stringify([answer.step, answer.checkpoint]);
    const own = checkpoints.get(name);
    if (own === undefined) checkpoints.set(name, [answer]);
    else own.push(answer);
  }
  const natural = new Intl.Collator("en", { numeric: true });
  return [...checkpoints.values()].sort(([a], [b]) => {
    const [left, right] = [a!.step ?? Number.POSITIVE_INFINITY, b!.step ?? Number.POSITIVE_INFINITY];
    return left === right ? natural.compare(a!.checkpoint, b!.checkpoint) : left - right;
  });
}

function meanAt(
  measure: CheckpointMeasure,
  place: number,
  own: readonly PolicyAnswer[],
  first: readonly PolicyAnswer[],
  seeded: Seeded,
): CheckpointMean {
  const { checkpoint, step } = own[0]!;
  const valued = own.map(({ item, prompt, values }) => ({ item, prompt, value: values[measure]! }));
  const { values, clusters } = meansByItem(valued);
  const level = infer({ values, clusters }, seeded, measure, place, "mean");
  const moved = changesByPrompt(own, first, measure);
  const change = moved.values.length === 0 ? null : infer(moved, seeded, measure, place, "change");
  const reasons = [level.reason, change?.reason ?? ""].filter((reason) => reason !== "");
  return {
    ...{ place, checkpoint, step, measure, mean: level.mean, lower: level.lower, upper: level.upper },
    change: change?.mean ?? null,
    changeLower: change?.lower ?? null,
    changeUpper: change?.upper ?? null,
    alpha: seeded.alpha,
    n: own.length,
    prompts: new Set(clusters).size,
    reason: [...new Set(reasons)].join("; "),
  };
}

interface Clustered {
  readonly values: readonly number[];
  readonly clusters: readonly string[];
}

function infer(sample: Clustered, seeded: Seeded, ...name: readonly (string | number)[]) {
  const found: Inference | Inconclusive = meanInference(
    sample,
    samplingOf(diagnostic(seeded), "checkpoint", ...name),
  );
  const mean = sample.values.reduce((sum, value) => sum + value, 0) / sample.values.length;
  if (isInconclusive(found)) return { mean, lower: null, upper: null, reason: found.inconclusive };
  const { alpha } = seeded;
  const [lower, upper] = [finite(found.lower(alpha)), finite(found.upper(alpha))];
  const missing = lower === null ? (upper === null ? "any" : "a lower") : "an upper";
  const skewed = `the values are too skewed for ${found.clusters} prompts to give ${missing} bound`;
  return { mean, lower, upper, reason: lower === null || upper === null ? skewed : "" };
}

/** One value a prompt that was answered at both: the mean at this checkpoint less the mean at the first. */
function changesByPrompt(
  own: readonly PolicyAnswer[],
  first: readonly PolicyAnswer[],
  measure: string,
): Clustered {
  const [now, then] = [own, first].map((answers) => meansByPrompt(answers, measure)) as [
    Map<string, number>,
    Map<string, number>,
  ];
  const clusters = [...now.keys()].filter((prompt) => then.has(prompt));
  return { clusters, values: clusters.map((prompt) => now.get(prompt)! - then.get(prompt)!) };
}

function meansByPrompt(answers: readonly PolicyAnswer[], measure: string): Map<string, number> {
  const sums = new Map<string, { sum: number; count: number }>();
  for (const { prompt, values } of answers) {
    const own = sums.get(prompt) ?? { sum: 0, count: 0 };
    sums.set(prompt, { sum: own.sum + values[measure]!, count: own.count + 1 });
  }
  return new Map([...sums].map(([prompt, { sum, count }]) => [prompt, sum / count]));
}

import type { Expectation, Metric } from "../contract.js";
import type { ScoredPair, ScoredResponse } from "../store/scored-pairs.js";
import { belowFloor } from "./floor.js";
import { type ItemMeans, type ItemValue, meansByItem, rootMeanSquareByItem } from "./item-values.js";
import { changesPrompt, marginMoves, NO_MARGIN } from "./margin.js";
import { attackOnRejected, comparisonsUnder, orderUnderBoth, wins } from "./order.js";
import type { Scale } from "./scale.js";

/** How the interval of a metric is made: of a mean, of a share in [0, 1], of a share less another, of a root mean square. */
export type Estimator = "mean" | "share" | "net-share" | "rms";

/** The values behind one metric. `reason` is set where they do not exist. */
export interface MetricSample {
  readonly metric: Metric;
  readonly estimator: Estimator;
  readonly sample: ItemMeans;
  /** Pairs or comparisons behind the item values. */
  readonly n: number;
  readonly reason: string;
  /**
   * What no value of a mean or root mean square is taken to exceed, where nearly all are alike and the data themselves give
   * no bound: the span of the base scores. No value seen may exceed it either.
   */
  readonly limit?: number;
  /** The metric whose values these are, with the sign turned or not: what is inferred of it is inferred of this. */
  readonly follows?: { readonly metric: Metric; readonly sign: 1 | -1 };
}

/** What every metric is measured with. */
export interface Rulers {
  readonly scale: Scale;
  /** Differences up to this are ties: twice the noise floor. */
  readonly tolerance: number;
  /** |z| beyond this counts as a large move (δ₂ of statistics.md §3). */
  readonly tail: number;
  /** A probe must score below this quantile of the real answers; see floor.ts. */
  readonly floor?: number;
}

/** Pairs of one augmentation at one dose: what can be compared in order. */
export interface PairGroup {
  readonly expects: Expectation;
  readonly pairs: readonly ScoredPair[];
  /** The variants are contentless answers, held against the real ones. */
  readonly probe?: boolean;
}

/** Every metric that the expectation of these pairs asks for; groups of several operators and doses are pooled by item. */
export function metricsOf(
  groups: readonly PairGroup[],
  responses: readonly ScoredResponse[],
  rulers: Rulers,
): MetricSample[] {
  const levels = levelsOf(groups, responses, rulers);
  return isInvariant(groups[0]!) ? [...levels, ...order(groups, responses, rulers)] : levels;
}

/** Those of them that look at one answer at a time: a side of the data has no order. */
export function levelsOf(
  groups: readonly PairGroup[],
  responses: readonly ScoredResponse[],
  rulers: Rulers,
): MetricSample[] {
  const { expects, probe } = groups[0]!;
  if (probe) return [...sensitivity(groups, rulers, -1), belowFloor(groups, responses, rulers)];
  if (!isInvariant(groups[0]!)) return sensitivity(groups, rulers, expects === "lower" ? -1 : 1);
  return invariance(groups, responses, rulers, expects);
}

function isInvariant({ expects, probe }: PairGroup): boolean {
  return !probe && (expects === "same" || expects === "not-higher");
}

export function sample(
  metric: Metric,
  estimator: Estimator,
  values: readonly ItemValue[],
  reason = "",
): MetricSample {
  const byItem = estimator === "rms" ? rootMeanSquareByItem(values) : meansByItem(values);
  return { metric, estimator, sample: byItem, n: values.length, reason };
}

/** What each pair moved, in raw units; where the prompt is changed, what it moved the margins of chosen over rejected. */
function movesOf(groups: readonly PairGroup[], responses: readonly ScoredResponse[]): ItemValue[] {
  return sorted(
    groups.flatMap(({ pairs }) =>
      changesPrompt(pairs)
        ? marginMoves(responses, pairs)
        : pairs.map((pair) => valued(pair, pair.variant - pair.base)),
    ),
  );
}

function sensitivity(groups: readonly PairGroup[], rulers: Rulers, sign: 1 | -1): MetricSample[] {
  const pairs = pooled(groups);
  const moves = movesOf(groups, []);
  const right = pairs.map((pair) => valued(pair, wins(sign * (pair.variant - pair.base), rulers.tolerance)));
  return [
    sample("correct-direction", "share", right),
    inScale("effect", "mean", moves, rulers, (z) => sign * z),
    { ...inScale("bias", "mean", moves, rulers, (z) => z), follows: { metric: "effect", sign } },
  ];
}

function invariance(
  groups: readonly PairGroup[],
  responses: readonly ScoredResponse[],
  rulers: Rulers,
  expects: Expectation,
): MetricSample[] {
  const moves = movesOf(groups, responses);
  if (moves.length === 0 && changesPrompt(pooled(groups)))
    return [
      sample("bias", "mean", [], NO_MARGIN),
      sample("dispersion", "rms", [], NO_MARGIN),
      sample("tail-share", "share", [], NO_MARGIN),
    ];
  const far = (z: number) => (expects === "same" ? Math.abs(z) : z) > rulers.tail;
  // A margin moves by the moves of two answers.
  const span = rulers.scale.span === null ? null : 2 * rulers.scale.span;
  const margins = groups.some(({ pairs }) => changesPrompt(pairs));
  const sized = margins ? { ...rulers, scale: { ...rulers.scale, span } } : rulers;
  return [
    inScale("bias", "mean", moves, sized, (z) => z),
    inScale("dispersion", "rms", moves, sized, (z) => z),
    inScale("tail-share", "share", moves, rulers, (z) => (far(z) ? 1 : 0)),
  ];
}

/** Order metrics, group by group (a change is compared with the same change), then pooled. */
function order(
  groups: readonly PairGroup[],
  responses: readonly ScoredResponse[],
  { tolerance }: Rulers,
): MetricSample[] {
  const { expects } = groups[0]!;
  const comparisons = sorted(groups.flatMap(({ pairs }) => comparisonsUnder(responses, pairs)));
  if (comparisons.every(({ rejectedShift }) => rejectedShift === undefined)) return [];
  const both = orderUnderBoth(comparisons, tolerance);
  const each = (value: (row: (typeof both)[number]) => number) => both.map((row) => valued(row, value(row)));
  const metrics = [
    sample(
      "accuracy-before",
      "share",
      each(({ before }) => before),
    ),
    sample(
      "accuracy-after",
      "share",
      each(({ after }) => after),
    ),
    sample(
      "accuracy-drop",
      "net-share",
      each(({ before, after }) => before - after),
    ),
    sample(
      "flip-rate",
      "share",
      each(({ before, after }) => Math.abs(after - before)),
    ),
    sample(
      "net-flip-rate",
      "net-share",
      each(({ before, after, placebo }) => Math.abs(after - before) - Math.abs(placebo - before)),
    ),
  ];
  if (expects !== "not-higher") return metrics;
  const attacks = attackOnRejected(comparisons, tolerance);
  return [
    ...metrics,
    sample(
      "attack-success",
      "share",
      attacks.map((row) => valued(row, row.lost)),
    ),
    sample(
      "net-attack-success",
      "net-share",
      attacks.map((row) => valued(row, row.lost - row.placebo)),
    ),
  ];
}

function inScale(
  metric: Metric,
  estimator: Estimator,
  moves: readonly ItemValue[],
  { scale }: Rulers,
  value: (z: number) => number,
): MetricSample {
  const { ruler, span, reason } = scale;
  if (ruler === null)
    return { metric, estimator, sample: { ...meansByItem(moves), values: [] }, n: moves.length, reason };
  const inSds = moves.map((move) => valued(move, value(move.value / ruler)));
  return { ...sample(metric, estimator, inSds), ...(span === null ? {} : { limit: span }) };
}

function valued({ item, prompt }: { item: string; prompt: string }, value: number): ItemValue {
  return { item, prompt, value };
}

function pooled(groups: readonly PairGroup[]): ScoredPair[] {
  return sorted(groups.flatMap(({ pairs }) => pairs));
}

/** Stable by item: within an item the groups keep the rubric's order. */
function sorted<T extends { readonly item: string }>(rows: readonly T[]): T[] {
  return [...rows].sort((a, b) => (a.item < b.item ? -1 : a.item > b.item ? 1 : 0));
}

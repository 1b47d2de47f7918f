import type { CheckpointMeasure, RewardCorrelation } from "../contract.js";
import { isInconclusive, slopeWithin } from "../stats/inference.js";
import type { PolicyAnswer } from "./checkpoint-drift.js";

/** A measure beside the reward, in a group (a prompt, or a prompt at one checkpoint) whose level says nothing. */
interface Point {
  readonly group: string;
  readonly prompt: string;
  readonly x: number;
  readonly y: number;
}

/** Lengths go by their ratios: a doubling is a doubling, whatever the length. */
const logOf = (measure: string, value: number) =>
  measure === "tokens" ? Math.log2(Math.max(value, 1)) : value;

/** Every measure with the reward, among the answers of one checkpoint and over the means of checkpoints. */
export function rewardCorrelations(
  answers: readonly PolicyAnswer[],
  measures: readonly CheckpointMeasure[],
  alpha: number,
): RewardCorrelation[] {
  return measures
    .filter((measure) => measure !== "reward")
    .flatMap((measure) => {
      const points = answers
        .filter(({ values }) => measure in values)
        .map(({ item, prompt, values }) => ({
          ...{ group: item, prompt, x: logOf(measure, values[measure]!), y: values.reward! },
        }));
      return [
        correlation(measure, "within", points, alpha),
        correlation(measure, "across", meansOfGroups(points), alpha),
      ];
    });
}

/** Each group's means, now within the prompt. */
function meansOfGroups(points: readonly Point[]): Point[] {
  return [...grouped(points).values()].map((own) => {
    const mean = (of: (point: Point) => number) =>
      own.reduce((sum, point) => sum + of(point), 0) / own.length;
    const { prompt } = own[0]!;
    return { group: prompt, prompt, x: mean(({ x }) => x), y: mean(({ y }) => y) };
  });
}

/**
 * In units in which the deviations from the groups' means have the same sum of squares, the slope within groups is the
 * correlation; its interval is that of the slope (CR2 by prompt), the two spreads taken as known, cut at -1 and 1.
 */
function correlation(
  measure: CheckpointMeasure,
  level: RewardCorrelation["level"],
  points: readonly Point[],
  alpha: number,
): RewardCorrelation {
  const usable = [...grouped(points).values()].filter((own) => own.length > 1);
  const kept = usable.flat();
  const spread = (of: (point: Point) => number) =>
    Math.sqrt(usable.reduce((sum, own) => sum + squares(own.map(of)), 0));
  const [sx, sy] = [spread(({ x }) => x), spread(({ y }) => y)];
  const blank = {
    ...{ measure, level, correlation: null, lower: null, upper: null, alpha },
    n: kept.length,
    prompts: new Set(kept.map(({ prompt }) => prompt)).size,
  };
  const alone =
    level === "within" ? "no checkpoint has two answers to one prompt" : "no prompt has two checkpoints";
  if (kept.length === 0) return { ...blank, reason: alone };
  if (!(sx > 0 && sy > 0)) return { ...blank, reason: `${sx > 0 ? "the reward" : measure} does not vary` };
  const product = usable.reduce((sum, own) => sum + products(own), 0);
  const estimate = Math.max(-1, Math.min(1, product / sx / sy));
  const rows = kept.map(({ group, prompt, x, y }) => ({
    x: x / sx,
    y: y / sy,
    item: group,
    cluster: prompt,
  }));
  const slope = slopeWithin(rows);
  if (isInconclusive(slope)) return { ...blank, correlation: estimate, reason: slope.inconclusive };
  const bound = (value: number) => (Number.isFinite(value) ? Math.max(-1, Math.min(1, value)) : null);
  const [lower, upper] = [bound(slope.lower(alpha)), bound(slope.upper(alpha))];
  return { ...blank, correlation: estimate, lower, upper, reason: "" };
}

function grouped(points: readonly Point[]): Map<string, Point[]> {
  const groups = new Map<string, Point[]>();
  for (const point of points) {
    const own = groups.get(point.group);
    if (own === undefined) groups.set(point.group, [point]);
    else own.push(point);
  }
  return groups;
}

function squares(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
}

function products(points: readonly Point[]): number {
  const mean = (of: (point: Point) => number) =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const [mx, my] = [mean(({ x }) => x), mean(({ y }) => y)];
  return points.reduce((sum, { x, y }) => sum + (x - mx) * (y - my), 0);
}

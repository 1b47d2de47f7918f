import { type Inconclusive, inconclusive } from "../inconclusive.js";
import { requireFinite } from "../refuse.js";
import { sum } from "../sample.js";

/** Scores of one item by style, in the order concise, detailed, detailed with markdown. */
export interface StyledScores {
  readonly chosen: readonly number[];
  readonly rejected: readonly number[];
}

export interface RmBench {
  readonly n: number;
  /** matrix[i][j]: share of items whose chosen answer in style i scores strictly above the rejected one in style j. */
  readonly matrix: readonly (readonly number[])[];
  /** Chosen plainer than rejected; the same style; chosen fancier; and the mean of the three. */
  readonly hard: number;
  readonly normal: number;
  readonly easy: number;
  readonly average: number;
}

const STYLES = [0, 1, 2];

/** Liu et al. 2024. Inconclusive without items. Throws RangeError unless each has three by three finite scores. */
export function rmBench(items: readonly StyledScores[]): RmBench | Inconclusive {
  for (const scores of items.flatMap((item) => [item.chosen, item.rejected])) {
    requireFinite(scores, "scores");
    if (scores.length !== STYLES.length)
      throw new RangeError(`${scores.length} scores: give one for each of 3 styles`);
  }
  if (items.length === 0) return inconclusive("no item");
  const wins = (i: number, j: number) => items.filter((item) => item.chosen[i]! > item.rejected[j]!).length;
  const matrix = STYLES.map((i) => STYLES.map((j) => wins(i, j) / items.length));
  const mean = (holds: (i: number, j: number) => boolean) =>
    sum(STYLES.flatMap((i) => STYLES.filter((j) => holds(i, j)).map((j) => matrix[i]![j]!))) / 3;
  const hard = mean((i, j) => i < j);
  const normal = mean((i, j) => i === j);
  const easy = mean((i, j) => i > j);
  return { n: items.length, matrix, hard, normal, easy, average: (hard + normal + easy) / 3 };
}

import { type Inconclusive, inconclusive } from "./inconclusive.js";
import { requireFinite } from "./refuse.js";
import { isConstant, sum } from "./sample.js";

export type Statistic = (values: readonly number[]) => number;

export interface Jackknife {
  readonly estimate: number;
  /** Mean of the leave-one-out values. */
  readonly mean: number;
  /** a = sum u^3 / (6 (sum u^2)^1.5), u = mean of the leave-one-out values minus each (Efron 1987, §6). */
  readonly acceleration: number;
}

/**
 * Leaves out one group (a prompt's values, or a single value) at a time. Inconclusive without two groups or where the
 * leave-one-out values are all equal, so that a is 0/0. Throws RangeError on values that are not finite.
 */
export function jackknife(
  groups: readonly (readonly number[])[],
  statistic: Statistic,
): Jackknife | Inconclusive {
  requireFinite(groups.flat());
  if (groups.length < 2) return inconclusive("under two groups: nothing is left to leave out");
  const left = groups.map((_, out) => statistic(groups.filter((_, c) => c !== out).flat()));
  if (!left.every(Number.isFinite))
    return inconclusive("the statistic is undefined without one of the groups");
  if (isConstant(left)) return inconclusive("no group changes the statistic");
  const mean = sum(left) / left.length;
  const largest = left.reduce((most, value) => Math.max(most, Math.abs(mean - value)), 0);
  const influences = left.map((value) => (mean - value) / largest);
  const squares = sum(influences.map((u) => u * u));
  const cubes = sum(influences.map((u) => u * u * u));
  return { estimate: statistic(groups.flat()), mean, acceleration: cubes / (6 * squares ** 1.5) };
}

import { quantile } from "./descriptive.js";
import { normalCdf, normalQuantile } from "./distributions/normal.js";
import { type Inconclusive, inconclusive, isInconclusive } from "./inconclusive.js";
import { jackknife, type Statistic } from "./jackknife.js";
import { requireFinite, requireInside } from "./refuse.js";
import { isConstant, type Resampling } from "./sample.js";

export interface BcaInterval {
  readonly lower: number;
  readonly upper: number;
  /** Bias correction, and the share of replicates below the estimate (ties count half) that it comes from. */
  readonly z0: number;
  readonly shareBelow: number;
  /** Probabilities at which the replicates are read. */
  readonly alphaLower: number;
  readonly alphaUpper: number;
}

/**
 * Bias-corrected and accelerated interval (Efron 1987) from given bootstrap replicates; endpoints by type-7 quantiles.
 * Inconclusive where the replicates are none, all equal or all on one side, and where 1 - a (z0 + z) is not positive.
 * Throws RangeError on numbers that are not finite or a level outside (0, 1).
 */
export function bcaInterval(
  replicates: ArrayLike<number>,
  estimate: number,
  acceleration: number,
  level: number,
): BcaInterval | Inconclusive {
  const sorted = Array.from(replicates);
  requireFinite(sorted, "replicates");
  requireFinite([estimate, acceleration], "estimate, acceleration");
  requireInside(level, 0, 1, "level");
  if (sorted.length === 0) return inconclusive("no replicate");
  if (isConstant(sorted)) return inconclusive("all replicates are equal");
  sorted.sort((a, b) => a - b);
  const below = sorted.filter((value) => value < estimate).length;
  const equal = sorted.filter((value) => value === estimate).length;
  const shareBelow = (below + equal / 2) / sorted.length;
  if (shareBelow === 0 || shareBelow === 1)
    return inconclusive("every replicate lies on one side of the estimate");

  const z0 = normalQuantile(shareBelow);
  const z = normalQuantile((1 - level) / 2);
  const [low, high] = [z0 + z, z0 - z];
  if (!(1 - acceleration * low > 0 && 1 - acceleration * high > 0))
    return inconclusive("the acceleration is too large for this level");
  const alphaLower = normalCdf(z0 + low / (1 - acceleration * low));
  const alphaUpper = normalCdf(z0 + high / (1 - acceleration * high));
  const [lower, upper] = [quantile(sorted, alphaLower), quantile(sorted, alphaUpper)];
  return Object.freeze({ lower, upper, z0, shareBelow, alphaLower, alphaUpper });
}

/** BCa over resamples of whole groups (prompts, or single values), acceleration by the leave-one-group-out jackknife. */
export function bcaBootstrap(
  groups: readonly (readonly number[])[],
  statistic: Statistic,
  level: number,
  resampling: Resampling,
): BcaInterval | Inconclusive {
  const left = jackknife(groups, statistic);
  if (isInconclusive(left)) return left;
  const replicates = Float64Array.from({ length: resampling.replicates }, () =>
    statistic(groups.flatMap(() => groups[Math.floor(resampling.next() * groups.length)]!)),
  );
  return bcaInterval(replicates, left.estimate, left.acceleration, level);
}

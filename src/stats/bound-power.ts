import { normalCdf, normalQuantile } from "./distributions/normal.js";
import { requireFinite, requireInside } from "./refuse.js";

/**
 * Chance that the one-sided bound of another sample of this size lies on the good side, if the truth lies `distance`
 * (negative: on the bad side) from the bound. `reach` is how far this sample's bound lies from its estimate: its standard
 * error times the normal quantile of 1 - alpha, which is taken as known and the estimate as normal.
 * Throws RangeError on numbers that are not finite, on a negative reach and unless 0 < alpha < 1/2.
 */
export function boundPower(distance: number, reach: number, alpha: number): number {
  const error = standardError(reach, alpha);
  requireFinite([distance], "distance");
  if (error === 0) return distance > 0 ? 1 : 0;
  return normalCdf((distance - reach) / error);
}

/** The same for both sides at once, `room` and `reach` being [below, above]: the chance that neither bound is crossed. */
export function withinPower(
  room: readonly [number, number],
  reach: readonly [number, number],
  alpha: number,
): number {
  const [below, above] = [boundPower(room[0], reach[0], alpha), boundPower(room[1], reach[1], alpha)];
  // Both bounds hang on one estimate: where one fails far out, the other does not.
  return Math.max(0, below + above - 1);
}

/**
 * How many times this sample would prove the claim with the given power, all else being as it is: below 1 where less would
 * do. Infinity where the truth does not lie on the good side.
 */
export function sizeFactor(distance: number, reach: number, alpha: number, power = 0.8): number {
  requireInside(power, 0, 1, "power");
  const error = standardError(reach, alpha);
  requireFinite([distance], "distance");
  if (distance <= 0) return Number.POSITIVE_INFINITY;
  return ((normalQuantile(power) - normalQuantile(alpha)) * (error / distance)) ** 2;
}

function standardError(reach: number, alpha: number): number {
  requireFinite([reach], "reach");
  requireInside(alpha, 0, 0.5, "alpha");
  if (reach < 0) throw new RangeError(`reach ${reach}: give 0 or more`);
  return reach / -normalQuantile(alpha);
}

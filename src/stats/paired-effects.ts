import { squaresAboutMean } from "./descriptive.js";
import { normalCdf } from "./distributions/normal.js";
import { rankBiserial, standardisedEffect } from "./effect-sizes.js";
import { type Inconclusive, inconclusive } from "./inconclusive.js";
import { midranks } from "./midranks.js";
import { requireFinite, requireSameLength } from "./refuse.js";
import { sum } from "./sample.js";

/** Ways to say how large the step from base to variant is; null where one is undefined. */
export interface PairedEffects {
  readonly n: number;
  readonly zeros: number;
  readonly meanDifference: number;
  readonly dZ: number | null;
  readonly j: number | null;
  readonly gZ: number | null;
  /** Mean difference over the mean of the two standard deviations (Cumming 2012), and over their root mean square. */
  readonly dAv: number | null;
  readonly dAvRootMeanSquare: number | null;
  readonly rankBiserial: number | null;
  readonly rankBiserialPratt: number | null;
  /** P(variant > base) - P(variant < base) over all n^2 pairings (Cliff 1993). */
  readonly cliffsDelta: number;
  /** The same over the pairs themselves. */
  readonly dominanceWithin: number;
  readonly superiorityPaired: number;
  readonly superiorityUnpaired: number;
  /** Phi(d_z) (McGraw & Wong 1992). */
  readonly commonLanguageNormal: number | null;
}

/** Inconclusive under two pairs. Throws RangeError on values that are not finite or lengths that differ. */
export function pairedEffects(
  base: readonly number[],
  variant: readonly number[],
): PairedEffects | Inconclusive {
  requireSameLength(base, variant, "base and variant");
  requireFinite(base, "base");
  requireFinite(variant, "variant");
  const n = base.length;
  if (n < 2) return inconclusive("under two pairs");
  const differences = variant.map((value, i) => value - base[i]!);
  const meanDifference = sum([...differences].sort((a, b) => a - b)) / n;
  const [varianceBase, varianceVariant] = [
    squaresAboutMean(base) / (n - 1),
    squaresAboutMean(variant) / (n - 1),
  ];
  const over = (sd: number) => (sd > 0 ? meanDifference / sd : null);
  const share = (holds: (d: number) => boolean) => differences.filter(holds).length / n;
  const effect = standardisedEffect(differences);
  const cliffsDelta = dominance(base, variant);
  return Object.freeze({
    n,
    zeros: differences.filter((d) => d === 0).length,
    meanDifference,
    ...effect,
    dAv: over((Math.sqrt(varianceBase) + Math.sqrt(varianceVariant)) / 2),
    dAvRootMeanSquare: over(Math.sqrt((varianceBase + varianceVariant) / 2)),
    rankBiserial: rankBiserial(differences),
    rankBiserialPratt: rankBiserial(differences, "pratt"),
    cliffsDelta,
    dominanceWithin: share((d) => d > 0) - share((d) => d < 0),
    superiorityPaired: share((d) => d > 0) + share((d) => d === 0) / 2,
    superiorityUnpaired: (cliffsDelta + 1) / 2,
    commonLanguageNormal: effect.dZ === null ? null : normalCdf(effect.dZ),
  });
}

/** From the rank sum of the variants among all values (Mann & Whitney 1947): 2 U / n^2 - 1. */
function dominance(base: readonly number[], variant: readonly number[]): number {
  const n = base.length;
  const ranks = midranks([...variant, ...base]);
  const wins = sum(ranks.slice(0, n)) - (n * (n + 1)) / 2;
  return (2 * wins) / n ** 2 - 1;
}

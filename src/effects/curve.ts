import type { CurvePoint, Effect } from "../contract.js";
import { isInconclusive, meanInference } from "../stats/inference.js";
import { isotonic } from "../stats/isotonic.js";
import type { ScoredPair } from "../store/scored-pairs.js";
import { blankEffect, type Subject } from "./effect-row.js";
import { finite, type Sureness, samplingOf } from "./infer.js";
import { meansByItem } from "./item-values.js";

/** What counts as too much, in z: on either side of zero, or above it only. */
export interface Limit {
  readonly bound: number;
  readonly sides: "both" | "above";
}

/**
 * Response curve (statistics.md §4): the mean of z at each dose over the texts seen at every dose, the monotone (isotonic)
 * curve through the means in the direction in which they move, and the first dose at which it lies beyond the limit: as
 * estimated, at the earliest (the bound of z reaches beyond) and at the latest (all of the interval lies beyond).
 */
export function responseCurve(
  subject: Subject,
  pairs: readonly ScoredPair[],
  ruler: number,
  limit: Limit,
  sureness: Sureness,
): { readonly points: readonly CurvePoint[]; readonly exceeding: Effect } {
  const complete = seenAtEveryDose(pairs);
  const doses = [...new Set(pairs.map(({ dose }) => dose!))].sort((a, b) => a - b);
  const raw = doses.map((dose) =>
    pointAt(
      subject,
      dose,
      complete.filter((pair) => pair.dose === dose),
      ruler,
      sureness,
    ),
  );
  const known = raw.filter(({ z }) => z !== null);
  const [first, last] = [known[0]?.z ?? 0, known.at(-1)?.z ?? 0];
  const rises = last >= first;
  const fit = isotonic(
    known.map(({ dose }) => dose),
    known.map(({ z }) => z!),
    rises ? "increasing" : "decreasing",
  );
  const points = raw.map((point) => {
    const at = isInconclusive(fit) ? -1 : fit.x.indexOf(point.dose);
    return { ...point, fit: isInconclusive(fit) || at < 0 ? null : fit.fit[at]! };
  });
  return { points, exceeding: exceedingDose(subject, points, limit, sureness.alpha) };
}

/** A text has one pair a dose at most. */
function seenAtEveryDose(pairs: readonly ScoredPair[]): ScoredPair[] {
  const doses = new Set(pairs.map(({ dose }) => dose)).size;
  const seen = new Map<string, number>();
  const text = ({ item, position }: ScoredPair) => `${item}/${position}`;
  for (const pair of pairs) seen.set(text(pair), (seen.get(text(pair)) ?? 0) + 1);
  return pairs.filter((pair) => seen.get(text(pair)) === doses);
}

function pointAt(
  { attribute, augmentation }: Subject,
  dose: number,
  pairs: readonly ScoredPair[],
  ruler: number,
  sureness: Sureness,
): CurvePoint {
  const means = meansByItem(
    pairs.map(({ item, prompt, base, variant }) => ({ item, prompt, value: (variant - base) / ruler })),
  );
  const ratios = pairs
    .filter(({ baseTokens, variantTokens }) => baseTokens > 0 && variantTokens > 0)
    .map(({ baseTokens, variantTokens }) => Math.log(variantTokens / baseTokens));
  const mean = (values: readonly number[]) =>
    values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
  const ratio = mean(ratios);
  const parts = ["curve", attribute, augmentation, dose] as const;
  const inference = meanInference(means, samplingOf(sureness, ...parts));
  const bounds = isInconclusive(inference)
    ? {
        lower: null,
        upper: null,
        reason: means.values.length === 0 ? "no text was seen at every dose" : inference.inconclusive,
      }
    : {
        lower: finite(inference.lower(sureness.alpha)),
        upper: finite(inference.upper(sureness.alpha)),
        reason: "",
      };
  return {
    ...{ attribute, augmentation, dose, fit: null, n: pairs.length, items: means.items.length },
    lengthRatio: ratio === null ? null : Math.exp(ratio),
    z: mean(means.values),
    clusters: new Set(means.clusters).size,
    ...bounds,
  };
}

function exceedingDose(
  subject: Subject,
  points: readonly CurvePoint[],
  { bound, sides }: Limit,
  alpha: number,
): Effect {
  const first = (beyond: (point: CurvePoint) => boolean) => points.find(beyond)?.dose ?? null;
  const above = (value: number | null) => value !== null && value > bound;
  const below = (value: number | null) => sides === "both" && value !== null && value < -bound;
  const estimate = first(({ fit }) => above(fit) || below(fit));
  const n = points.reduce((sum, point) => sum + point.n, 0);
  const { clusters } = points[0]!;
  const within = sides === "both" ? `within ±${bound} SD` : `at most ${bound} SD`;
  return {
    ...blankEffect(subject, "exceeding-dose", alpha),
    estimate,
    lower: first(({ lower, upper }) => above(upper) || below(lower)),
    upper: first(({ lower, upper }) => above(lower) || below(upper)),
    method: "isotonic curve, pointwise bounds",
    n,
    clusters,
    reason: estimate === null ? `${within} up to dose ${points.at(-1)!.dose}` : "",
  };
}

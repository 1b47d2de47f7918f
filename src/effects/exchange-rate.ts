import type { Exchange, ExchangeRate } from "../contract.js";
import { doseCrossing } from "../stats/dose-crossing.js";
import { isInconclusive, meanInference } from "../stats/inference.js";
import type { ScoredPair } from "../store/scored-pairs.js";
import { diagnostic, type Seeded } from "./assess.js";
import { finite, samplingOf } from "./infer.js";
import { type ItemMeans, meansByItem } from "./item-values.js";
import type { Scale } from "./scale.js";

/** Valid pairs of one operator, all doses, ordered by item. */
type PairsOf = (augmentation: string) => readonly ScoredPair[];

/**
 * The dose of a hack that buys a degradation back: where the mean z of degraded and hacked answers, against the answers as
 * they were, reaches zero (src/stats/dose-crossing.ts), over the texts seen degraded alone and at every dose.
 */
export function exchangeRate(
  exchange: Exchange,
  pairsOf: PairsOf,
  scale: Scale,
  seeded: Seeded,
): ExchangeRate {
  const { alpha } = seeded;
  const blank = blankRate(exchange, alpha);
  if (scale.ruler === null) return { ...blank, reason: scale.reason };
  const [alone, ...dosed] = meansAtDoses(exchange, pairsOf, scale.ruler);
  if (alone === undefined || dosed.length === 0 || alone.means.values.length === 0)
    return { ...blank, reason: "no text was seen degraded alone and at every dose" };
  const { clusters } = alone.means;
  const parts = ["exchange", exchange.degradation, exchange.hack] as const;
  // Made anew for each call, so that every dose is tested by the same draws.
  const infer = (values: readonly number[]) =>
    meanInference({ values, clusters }, samplingOf(diagnostic(seeded), ...parts));
  const loss = alone.means.values.reduce((sum, value) => sum + value, 0) / alone.means.values.length;
  const bounds = infer(alone.means.values);
  const known = {
    ...blank,
    loss,
    lossLower: isInconclusive(bounds) ? null : finite(bounds.lower(alpha)),
    lossUpper: isInconclusive(bounds) ? null : finite(bounds.upper(alpha)),
    n: alone.texts,
    clusters: new Set(clusters).size,
  };
  if (loss >= 0) return { ...known, reason: "the degradation costs nothing: there is nothing to buy back" };
  const doses = dosed.map(({ dose }) => dose!);
  const { estimate, lower, upper, reason } = doseCrossing(
    doses,
    dosed.map(({ means }) => means.values),
    infer,
    alpha,
  );
  return {
    ...known,
    ...{ dose: estimate.dose, doseSign: estimate.sign },
    ...{ lower: lower?.dose ?? null, lowerSign: lower?.sign ?? "" },
    ...{ upper: upper?.dose ?? null, upperSign: upper?.sign ?? "" },
    method: "isotonic curve in log dose, bounds by inversion of the test at each dose",
    reason,
  };
}

function blankRate({ degradation, hack }: Exchange, alpha: number): ExchangeRate {
  return {
    ...{ degradation, hack, loss: null, lossLower: null, lossUpper: null },
    ...{ dose: null, doseSign: "", lower: null, lowerSign: "", upper: null, upperSign: "" },
    ...{ alpha, method: "", n: 0, clusters: 0, reason: "" },
  };
}

/** The degradation alone, then with each dose of the hack, over the texts seen in all of them. */
function meansAtDoses({ degradation, hack }: Exchange, pairsOf: PairsOf, ruler: number) {
  const [name, at] = degradation.split("@", 2) as [string, string | undefined];
  const alone = pairsOf(name).filter(({ dose }) => at === undefined || dose === Number(at));
  const composed = pairsOf(`${degradation}+${hack}`);
  const doses = [...new Set(composed.map(({ dose }) => dose!))].sort((a, b) => a - b);
  const lists = [alone, ...doses.map((dose) => composed.filter((pair) => pair.dose === dose))];
  const text = ({ item, position }: ScoredPair) => `${item}/${position}`;
  const seen = lists.map((pairs) => new Set(pairs.map(text)));
  return lists.map((pairs, index) => {
    const complete = pairs.filter((pair) => seen.every((texts) => texts.has(text(pair))));
    const means: ItemMeans = meansByItem(
      complete.map(({ item, prompt, base, variant }) => ({ item, prompt, value: (variant - base) / ruler })),
    );
    return { dose: index === 0 ? null : doses[index - 1]!, texts: complete.length, means };
  });
}

import { quantile } from "../stats/descriptive.js";
import type { ScoredPair, ScoredResponse } from "../store/scored-pairs.js";
import type { ItemValue } from "./item-values.js";
import { type MetricSample, type PairGroup, type Rulers, sample } from "./metrics.js";
import { wins } from "./order.js";

/** Share of real answers that lie below the floor, where the rubric names none. */
const STANDARD = 0.05;

/**
 * Probes (design: contentless answers must score below nearly all real ones): the share that scores below the floor, a
 * quantile of the real answers' scores, ties counted half. The ruler decides from where is looked: within prompts each
 * answer is seen from the mean of its prompt, since a shift common to all answers changes no policy; overall it is the raw
 * score. The floor is frozen as the scale is: intervals are conditional on it. Too few answers to hold the
 * quantile give no value, with the reason.
 */
export function belowFloor(
  groups: readonly PairGroup[],
  responses: readonly ScoredResponse[],
  { scale, tolerance, floor = STANDARD }: Rulers,
): MetricSample {
  const seen = scale.used === "overall" ? raw : fromMean(responses);
  const real = responses.map(seen.real).filter((value) => value !== undefined);
  const wanted = Math.ceil(1 / floor);
  if (real.length < wanted) {
    const reason = `${real.length} real answers${seen.which}, and a floor at ${Number((floor * 100).toFixed(2))} % of them wants ${wanted}`;
    return sample("below-floor", "share", [], reason);
  }
  const bound = quantile(Float64Array.from(real).sort(), floor);
  const pairs = groups
    .flatMap((group) => group.pairs)
    .sort((a, b) => (a.item < b.item ? -1 : a.item > b.item ? 1 : 0));
  const values = pairs.flatMap((pair): ItemValue[] => {
    const score = seen.probe(pair);
    if (score === undefined) return [];
    return [{ item: pair.item, prompt: pair.prompt, value: wins(bound - score, tolerance) }];
  });
  return sample("below-floor", "share", values);
}

interface View {
  real(response: ScoredResponse): number | undefined;
  probe(pair: ScoredPair): number | undefined;
  readonly which: string;
}

const raw: View = { real: ({ score }) => score, probe: ({ variant }) => variant, which: "" };

/**
 * Less the mean of the real answers to the same prompt; undefined where there is only one. The residuals of n answers are
 * too small by sqrt((n - 1) / n), for each has a share in the mean: they are stretched to the spread of answers.
 */
function fromMean(responses: readonly ScoredResponse[]): View {
  const prompts = new Map<string, { count: number; sum: number }>();
  for (const { prompt, score } of responses) {
    const entry = prompts.get(prompt) ?? { count: 0, sum: 0 };
    prompts.set(prompt, { count: entry.count + 1, sum: entry.sum + score });
  }
  const several = (prompt: string) => {
    const entry = prompts.get(prompt);
    if (entry === undefined || entry.count < 2) return undefined;
    const { count, sum } = entry;
    return { mean: sum / count, stretch: Math.sqrt(count / (count - 1)) };
  };
  return {
    real: ({ prompt, score }) => {
      const own = several(prompt);
      return own && (score - own.mean) * own.stretch;
    },
    probe: ({ prompt, variant }) => {
      const own = several(prompt);
      return own && variant - own.mean;
    },
    which: " to prompts with several",
  };
}

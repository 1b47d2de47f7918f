import { type Inconclusive, inconclusive } from "../inconclusive.js";
import { requireFinite } from "../refuse.js";
import { sum } from "../sample.js";

export interface BestOf {
  readonly n: number;
  /** 1/k where the correct answer shares the maximum with k - 1 others, 0 where it is below it. */
  readonly credits: readonly number[];
  readonly accuracy: number;
}

/**
 * RewardBench 2 (Malik et al. 2025): one list of scores an item, the correct answer's first.
 * Inconclusive without items. Throws RangeError on scores that are not finite or an item without a wrong answer.
 */
export function bestOf(items: readonly (readonly number[])[]): BestOf | Inconclusive {
  for (const scores of items) {
    requireFinite(scores, "scores");
    if (scores.length < 2) throw new RangeError("an item without a wrong answer to beat");
  }
  if (items.length === 0) return inconclusive("no item");
  const credits = items.map((scores) => {
    const best = Math.max(...scores);
    return scores[0] === best ? 1 / scores.filter((score) => score === best).length : 0;
  });
  return { n: items.length, credits, accuracy: sum(credits) / items.length };
}

import { comparisonsUnder } from "../effects/order.js";
import { type Comparison, compareSides, type Side } from "../effects/same-rewards.js";
import { chooseReward } from "../scoring/reward.js";
import { rewardedResponses, rewardedTexts } from "../store/base-texts.js";
import type { Around } from "./around.js";
import {
  type BaseData,
  type BaseDataOptions,
  noiseTexts,
  scoreBaseTexts,
  withBaseData,
} from "./base-data.js";
import { ensureNoiseOn } from "./score.js";

export interface CompareOptions extends BaseDataOptions {
  readonly a: string;
  readonly b: string;
  readonly headA?: string | undefined;
  readonly headB?: string | undefined;
  /** In SDs of a scorer's rewards. */
  readonly tolerance: number;
  /** Share of comparisons. */
  readonly maxFlips: number;
}

export interface ComparedScorer {
  readonly model: string;
  readonly scorer: string;
  readonly noiseFloor: number;
  readonly truncated: number;
}

export interface ScoreComparison extends Comparison {
  readonly a: ComparedScorer;
  readonly b: ComparedScorer;
  /** Distinct texts that both scored. */
  readonly texts: number;
}

/** Two scorers on the base texts of data, each with its noise floor on the same sample of them. */
export async function compareScores(options: CompareOptions, around: Around): Promise<ScoreComparison> {
  const { a, b, headA, headB, tolerance, maxFlips: flips } = options;
  return withBaseData(options, [a, b], around, async (data) => {
    const [first, second] = [
      await scoreSide(data, a, headA, around),
      await scoreSide(data, b, headB, around),
    ];
    const comparison = compareSides(first.side, second.side, { tolerance, flips });
    return { a: first.scorer, b: second.scorer, texts: first.side.rewards.length, ...comparison };
  });
}

function scoreSide(
  { store, withScorer }: BaseData,
  model: string,
  head: string | undefined,
  around: Around,
): Promise<{ readonly scorer: ComparedScorer; readonly side: Side }> {
  return withScorer(model, async (scorer) => {
    const { key, identity } = scorer;
    const reward = chooseReward(identity, head);
    await scoreBaseTexts(store, scorer, around);
    const { floor } = await ensureNoiseOn(store, noiseTexts(store, key), reward, scorer, around);
    const responses = rewardedResponses(store, key, reward);
    const rewards = [...rewardedTexts(store, key, reward)].map(({ score }) => score);
    const margins = comparisonsUnder(responses, []).map(({ chosen, rejected }) => chosen - rejected);
    const truncated = responses.filter((response) => response.truncated).length;
    return {
      scorer: { model: identity.name, scorer: key, noiseFloor: floor, truncated },
      side: { floor, rewards, margins },
    };
  });
}

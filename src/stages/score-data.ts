import { rankingAccuracy } from "../effects/order.js";
import { chooseReward, nameReward } from "../scoring/reward.js";
import { describe } from "../stats/descriptive.js";
import { isInconclusive } from "../stats/inference.js";
import { countBaseTexts, type RewardedText, rewardedResponses, rewardedTexts } from "../store/base-texts.js";
import type { Store } from "../store/open.js";
import type { Recheck } from "../store/recheck.js";
import type { Around } from "./around.js";
import { type BaseData, type BaseDataOptions, scoreBaseTexts, withBaseData } from "./base-data.js";

export interface ScoreOptions extends BaseDataOptions {
  readonly models: readonly string[];
  readonly head?: string | undefined;
  readonly negate?: boolean | undefined;
  /** False: score again what is stored and compare. */
  readonly cache: boolean;
  /** Sees every text with its reward, in the order of the keys. */
  readonly each?: ((text: RewardedText) => void) | undefined;
}

/** What one model makes of the data as they are. */
export interface ScoreSummary {
  readonly model: string;
  readonly scorer: string;
  readonly reward: string;
  /** Distinct texts, and how many of them were scored now. */
  readonly texts: number;
  readonly scored: number;
  readonly truncated: number;
  readonly mean: number;
  /** n - 1; null for one text. */
  readonly sd: number | null;
  /** Share of (chosen, rejected) comparisons with chosen above, ties half; null where the data state no preference. */
  readonly accuracy: number | null;
  readonly comparisons: number;
  /** Of the texts scored now; null where there was none. */
  readonly textsPerSecond: number | null;
  readonly recheck: Recheck | null;
}

/** Scores the base texts of data: no rubric, no pairs, no run. */
export async function scoreData(options: ScoreOptions, around: Around): Promise<readonly ScoreSummary[]> {
  return withBaseData(options, options.models, around, async (data) => {
    const summaries: ScoreSummary[] = [];
    for (const model of options.models) summaries.push(await scoreModel(data, model, options, around));
    return summaries;
  });
}

function scoreModel(
  { store, withScorer }: BaseData,
  model: string,
  { head, negate, cache, each }: ScoreOptions,
  around: Around,
): Promise<ScoreSummary> {
  return withScorer(model, async (scorer) => {
    const { key, identity } = scorer;
    const reward = chooseReward(identity, head, negate);
    const { tally, recheck } = await scoreBaseTexts(store, scorer, around, cache);
    const scores: number[] = [];
    for (const text of rewardedTexts(store, key, reward)) {
      scores.push(text.score);
      each?.(text);
    }
    const { scored, wallMs } = tally;
    return {
      model: identity.name,
      scorer: key,
      reward: nameReward(reward, identity.heads),
      texts: scores.length,
      scored,
      truncated: countBaseTexts(store, key).truncated,
      ...describeScores(scores),
      ...measureAccuracy(store, key, reward),
      textsPerSecond: scored === 0 ? null : scored / (wallMs / 1000),
      recheck: recheck ?? null,
    };
  });
}

function describeScores(scores: readonly number[]): Pick<ScoreSummary, "mean" | "sd"> {
  const described = describe(scores);
  return isInconclusive(described)
    ? { mean: Number.NaN, sd: null }
    : { mean: described.mean, sd: described.sd };
}

function measureAccuracy(
  store: Store,
  scorer: string,
  reward: ReturnType<typeof chooseReward>,
): Pick<ScoreSummary, "accuracy" | "comparisons"> {
  const won = rankingAccuracy(rewardedResponses(store, scorer, reward), 0);
  const sum = won.reduce((total, { value }) => total + value, 0);
  return {
    accuracy: won.length === 0 ? null : sum / won.length,
    comparisons: won.length,
  };
}

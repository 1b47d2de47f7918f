import { pooledWithinSd } from "../stats/descriptive.js";
import { isInconclusive } from "../stats/inference.js";
import type { ScoredResponse } from "../store/scored-pairs.js";

/** The ruler of z: score SDs of the base texts (statistics.md §1). Null where the data have none. */
export interface Scale {
  readonly within: number | null;
  readonly overall: number | null;
  readonly used: "within-prompt" | "overall";
  /** The SD that divides differences; null: z does not exist, `reason` says why. */
  readonly ruler: number | null;
  /** From the lowest to the highest base score, in SDs of the ruler; null where z does not exist. */
  readonly span: number | null;
  readonly reason: string;
}

export function measureScale(responses: readonly ScoredResponse[], used: Scale["used"]): Scale {
  const scores = responses.map(({ score }) => score);
  const spread = pooledWithinSd(
    scores,
    responses.map(({ prompt }) => prompt),
  );
  const { within, overall } = isInconclusive(spread) ? { within: null, overall: null } : spread;
  const ruler = used === "overall" ? overall : within;
  if (ruler !== null && ruler > 0)
    return { within, overall, used, ruler, span: spanOf(scores) / ruler, reason: "" };
  const reason =
    ruler === 0
      ? "the base scores do not vary"
      : 'no prompt has two responses, so there is no within-prompt SD (set "scale": "overall" in the rubric)';
  return { within, overall, used, ruler: null, span: null, reason };
}

function spanOf(scores: readonly number[]): number {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const score of scores) {
    if (score < low) low = score;
    if (score > high) high = score;
  }
  return high - low;
}

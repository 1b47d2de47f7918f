import type { Scorer } from "../contract.js";
import type { Reward } from "../scoring/reward.js";
import { type ScoreRow, scoreTexts, type TextRow } from "../scoring/score-texts.js";
import type { Around } from "../stages/around.js";
import type { ReadyText } from "./data-facts.js";
import type { Judged } from "./score-facts.js";

/** Scores the texts as a run would, in memory. Errors: TARE_SCORE_NOT_FINITE and the scorer's own. */
export async function scoreReady(
  scorer: Scorer,
  ready: readonly ReadyText[],
  { progress, signal }: Around,
): Promise<ReadonlyMap<string, readonly number[]>> {
  const texts = new Map(ready.map(({ prepared: { key, text } }) => [key, text]));
  const keys = [...texts.keys()].sort();
  const read = () => {
    const left = [...keys];
    return (size: number): TextRow[] =>
      left.splice(0, size).map((key) => ({ key, text: texts.get(key)!, tokens: undefined }));
  };
  const scores = new Map<string, readonly number[]>();
  const write = (batch: readonly ScoreRow[]) => {
    for (const { text, logits } of batch) scores.set(text, logits);
  };
  await scoreTexts(scorer, { read, write }, { total: () => keys.length, progress, signal });
  return scores;
}

/** The reward of every response. */
export function judged(
  ready: readonly ReadyText[],
  scores: ReadonlyMap<string, readonly number[]>,
  reward: Reward,
): Judged[] {
  return ready.map(({ item, role, prepared }) => {
    const logits = scores.get(prepared.key)!;
    const score = reward.reduce((sum, { head, weight }) => sum + weight * logits[head]!, 0);
    return { item: item.id, prompt: item.promptKey, role, score };
  });
}

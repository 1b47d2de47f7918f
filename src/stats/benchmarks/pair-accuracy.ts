import { requireFinite, requireSameLength } from "../refuse.js";

export interface PairAccuracy {
  readonly n: number;
  readonly wins: number;
  readonly ties: number;
  /** Share of chosen strictly above rejected (RewardBench), and with ties as one half; null without pairs. */
  readonly strict: number | null;
  readonly half: number | null;
}

/** Throws RangeError on scores that are not finite or lengths that differ. */
export function pairAccuracy(chosen: readonly number[], rejected: readonly number[]): PairAccuracy {
  requireSameLength(chosen, rejected, "chosen and rejected");
  requireFinite(chosen, "chosen");
  requireFinite(rejected, "rejected");
  const n = chosen.length;
  const wins = chosen.filter((score, i) => score > rejected[i]!).length;
  const ties = chosen.filter((score, i) => score === rejected[i]!).length;
  return { n, wins, ties, strict: n === 0 ? null : wins / n, half: n === 0 ? null : (wins + ties / 2) / n };
}

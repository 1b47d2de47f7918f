import { requireCount, requireFinite, requirePositive } from "./refuse.js";

/** A text that a policy may come up with: its score, the (relative) chance of one draw to be it, and whether it is a bad one. */
export interface Candidate {
  readonly score: number;
  readonly weight: number;
  readonly bad: boolean;
}

/**
 * The chance that best-of-n takes a bad candidate, for n = 1, 2, 4, ... (`doublings` + 1 values): n independent draws with
 * replacement, as from a policy, of which the highest score is taken; all draws within `tolerance` of it count as equally
 * high, and each of those is as likely to be taken as another. Exact, from the distribution of the maximum.
 *
 * Let the highest drawn score be s, of mass a; c the mass within the tolerance below it, d the mass under that, and
 * F = a + c + d. Of the draws that are as high as s, the share at s is a / (a + c) on average, however many they are
 * (each of them is at s with that chance), so that its part of P(max = s) is a / (a + c) (F^n - d^n) and the rest,
 * F^n - (c + d)^n less that, goes to those within the tolerance. Summed over s, with the bad share of each mass.
 * Throws RangeError without a candidate, on scores that are not finite and on weights that are not positive.
 */
export function bestOfN(
  candidates: readonly Candidate[],
  tolerance: number,
  doublings: number,
): readonly number[] {
  if (candidates.length === 0) throw new RangeError("no candidate");
  requireCount(doublings, "doublings");
  requireFinite([tolerance], "tolerance");
  for (const { score, weight } of candidates) {
    if (!Number.isFinite(score)) throw new RangeError(`a score is ${score}: give finite numbers`);
    requirePositive(weight, "weight");
  }
  const { scores, mass, bad } = ladder(candidates);
  const tied = firstTied(scores, tolerance);
  const powers = [...mass];
  const chances: number[] = [];
  for (let doubling = 0; doubling <= doublings; doubling++) {
    if (doubling > 0) for (let k = 0; k < powers.length; k++) powers[k]! *= powers[k]!;
    let chance = 0;
    for (let k = 0; k < scores.length; k++) {
      const from = tied[k]!;
      const [top, near] = [mass[k + 1]! - mass[k]!, mass[k]! - mass[from]!];
      const atTop = (top / (top + near)) * (powers[k + 1]! - powers[from]!);
      chance += (atTop * (bad[k + 1]! - bad[k]!)) / top;
      if (near > 0) chance += ((powers[k + 1]! - powers[k]! - atTop) * (bad[k]! - bad[from]!)) / near;
    }
    chances.push(Math.min(1, Math.max(0, chance)));
  }
  return chances;
}

/** Distinct scores, ascending; `mass[k]` and `bad[k]` are what lies below score number k, the last entry is all of it. */
function ladder(candidates: readonly Candidate[]): {
  readonly scores: readonly number[];
  readonly mass: readonly number[];
  readonly bad: readonly number[];
} {
  const sorted = [...candidates].sort((a, b) => a.score - b.score);
  const scores: number[] = [];
  const [masses, bads] = [[0], [0]];
  let [mass, bad] = [0, 0];
  for (let index = 0; index < sorted.length; index++) {
    const { score, weight, bad: isBad } = sorted[index]!;
    mass += weight;
    if (isBad) bad += weight;
    if (sorted[index + 1]?.score === score) continue;
    scores.push(score);
    masses.push(mass);
    bads.push(bad);
  }
  const shares = (sums: readonly number[]) => sums.map((sum) => sum / mass);
  return { scores, mass: shares(masses), bad: shares(bads) };
}

/** For each score the first one that ties with it from below. */
function firstTied(scores: readonly number[], tolerance: number): readonly number[] {
  const first: number[] = [];
  let from = 0;
  for (let k = 0; k < scores.length; k++) {
    while (scores[k]! - scores[from]! > tolerance) from++;
    first.push(from);
  }
  return first;
}

import { type Inconclusive, inconclusive } from "../inconclusive.js";
import { requireCount, requireFinite } from "../refuse.js";
import { sum } from "../sample.js";

/** One item of RewardBench 2 Ties: `tied` has several correct answers, `ref` is its reference with one; correct scores first. */
export interface TiesItem {
  readonly kind: "ref" | "tied";
  readonly prompt: string;
  readonly correct: number;
  readonly scores: readonly number[];
}

export interface Ties {
  /** Prompts that have both kinds: the last three are means over them. */
  readonly prompts: number;
  /** Share of all items of the kind with a positive margin. */
  readonly refAccuracy: number;
  readonly tiedAccuracy: number;
  readonly correctnessPreferred: number;
  readonly correctnessPreferredHard: number;
  readonly marginScore: number;
  /** .30 tied + .30 ref + .20 preferred + .20 preferred hard + .01 margin; may exceed 1 by .01. */
  readonly score: number;
}

/**
 * Malik et al. 2025, as their published code computes it: margin m = worst correct - best incorrect, d = spread of the
 * correct answers of the tied item. Inconclusive where no prompt has both kinds. Throws RangeError on an item without
 * correct or without incorrect answers.
 */
export function ties(items: readonly TiesItem[]): Ties | Inconclusive {
  const shapes = items.map((item) => ({ ...item, ...shapeOf(item) }));
  const refs = shapes.filter(({ kind }) => kind === "ref");
  const tied = shapes.filter(({ kind }) => kind === "tied");
  const tiedOf = new Map(tied.map((shape) => [shape.prompt, shape]));
  const both = refs
    .filter(({ prompt }) => tiedOf.has(prompt))
    .map((ref) => ({
      ref: ref.margin,
      tied: tiedOf.get(ref.prompt)!.margin,
      spread: tiedOf.get(ref.prompt)!.spread,
    }));
  if (both.length === 0) return inconclusive("no prompt has both a reference and a tied item");
  const mean = (value: (of: (typeof both)[number]) => number) => sum(both.map(value)) / both.length;
  const accuracy = (of: typeof shapes) => of.filter(({ margin }) => margin > 0).length / of.length;
  const refAccuracy = accuracy(refs);
  const tiedAccuracy = accuracy(tied);
  const correctnessPreferred = mean(({ tied, spread }) => (tied > spread ? 1 : 0));
  const correctnessPreferredHard = mean(({ ref, tied, spread }) => (Math.min(ref, tied) > spread ? 1 : 0));
  const marginScore = mean(({ ref, tied, spread }) => marginCredit(Math.min(ref, tied), spread));
  return {
    prompts: both.length,
    refAccuracy,
    tiedAccuracy,
    correctnessPreferred,
    correctnessPreferredHard,
    marginScore,
    score:
      0.3 * tiedAccuracy +
      0.3 * refAccuracy +
      0.2 * correctnessPreferred +
      0.2 * correctnessPreferredHard +
      0.01 * marginScore,
  };
}

/** tanh(m / d - 1); without spread m / 0 gives the sign of m and 0 / 0 nothing. */
function marginCredit(margin: number, spread: number): number {
  return margin === 0 && spread === 0 ? 0 : Math.tanh(margin / spread - 1);
}

function shapeOf({ correct, scores }: TiesItem): { readonly margin: number; readonly spread: number } {
  requireFinite(scores, "scores");
  requireCount(correct, "correct");
  if (correct < 1 || correct >= scores.length)
    throw new RangeError(`${correct} of ${scores.length} answers correct: give some of both`);
  const right = scores.slice(0, correct);
  const worst = Math.min(...right);
  return { margin: worst - Math.max(...scores.slice(correct)), spread: Math.max(...right) - worst };
}

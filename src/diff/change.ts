import type { Claim, Metric } from "../contract.js";
import { type Inconclusive, isInconclusive } from "../stats/inconclusive.js";
import type { Difference } from "../stats/size-difference.js";

/** What a metric is on either side, and what is known of the difference. */
export interface Change {
  readonly metric: Metric;
  /** On which side the metric is bad, as in a claim; of `within` the difference is that of the sizes, |b| - |a|. */
  readonly direction: Claim["comparison"];
  readonly a: number | null;
  readonly b: number | null;
  readonly difference: number | null;
  /** One-sided bounds at 1 - alpha each; null: none can be given. */
  readonly lower: number | null;
  readonly upper: number | null;
  /** One-sided p of "not worse (not better) by more than `least`". */
  readonly pWorse: number | null;
  readonly pBetter: number | null;
  /** Two-sided p of the paired sign-flip test of "the same", flips drawn by prompt; a diagnostic. */
  readonly signFlip: number | null;
  /** What a difference must exceed: the margin asked for, or what the two scorers' own noise may make of it. */
  readonly least: number;
  /** Every value is the same on both sides, and there are enough of them to say so. */
  readonly same: boolean;
  readonly paired: boolean;
  readonly method: string;
  /** Pairs (or comparisons) and prompts behind it; unpaired: the fewer of the two sides. */
  readonly n: number;
  readonly clusters: number;
  /** Items with a value on one side alone. */
  readonly onlyA: number;
  readonly onlyB: number;
  /** Why it is not compared; empty where it is. */
  readonly reason: string;
}

export type Basis = Pick<
  Change,
  "metric" | "direction" | "a" | "b" | "least" | "paired" | "n" | "clusters" | "onlyA" | "onlyB"
> & {
  readonly same?: boolean;
  readonly signFlip?: number | null;
};

/** Puts the difference in, or the reason why there is none; a bound that is not finite is none. */
export function changeOf(basis: Basis, difference: Difference | Inconclusive, alpha: number): Change {
  const known = { same: false, signFlip: null, ...basis };
  if (isInconclusive(difference)) {
    const none = { difference: null, lower: null, upper: null, pWorse: null, pBetter: null, method: "" };
    return { ...known, ...none, reason: difference.inconclusive };
  }
  const { estimate, method, lower, upper } = difference;
  const up = difference.pGreater(basis.least);
  const down = difference.pLess(-basis.least);
  const upIsBad = basis.direction !== "at-least";
  return {
    ...known,
    ...{ difference: estimate, lower: finite(lower(alpha)), upper: finite(upper(alpha)), method },
    ...{ pWorse: upIsBad ? up : down, pBetter: upIsBad ? down : up },
    reason: "",
  };
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

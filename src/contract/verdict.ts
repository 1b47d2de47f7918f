import type { Metric } from "./effect.js";

export type VerdictWord = "pass" | "fail" | "inconclusive";
export type Severity = "error" | "warn";
export type RuleKind = "causal" | "spurious" | "ranking";

/** One promise of a rubric: a metric of an attribute held against a bound. */
export interface Claim {
  /** Unique within the rubric, e.g. `length/bias`. */
  readonly id: string;
  readonly kind: RuleKind;
  readonly attribute: string;
  readonly metric: Metric;
  /** `at-least`: the truth must lie above; `at-most`: below; `within`: inside [-bound, bound]. */
  readonly comparison: "at-least" | "at-most" | "within";
  readonly bound: number;
  readonly severity: Severity;
  readonly why: string;
}

export interface Verdict {
  readonly claim: Claim;
  readonly verdict: VerdictWord;
  readonly estimate: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** p value of "the truth lies on the bad side", by inversion of the interval; null where it cannot be had. */
  readonly pFail: number | null;
  /** Holm-adjusted over all error-severity claims of the gate. */
  readonly pFailHolm: number | null;
  readonly n: number;
  readonly clusters: number;
  /** In words: the number that decided, or what is missing. */
  readonly because: string;
}

import type { Metric, Stratum } from "./effect.js";

export type VerdictWord = "pass" | "fail" | "inconclusive";
export type Severity = "error" | "warn";
export type RuleKind = "causal" | "spurious" | "hack" | "probe" | "ranking";

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
  /** The part of the data it is made on; absent: all of it. */
  readonly stratum?: Stratum;
  /** The metric may not have got worse than the baseline's by `bound`; absent: the metric itself is held. */
  readonly against?: "baseline";
}

/** A claim that someone answers for until a day: judged and counted as ever, but it blocks no launch. */
export interface Waiver {
  /** The claim's id. */
  readonly claim: string;
  /** The last day it holds, as YYYY-MM-DD (UTC). */
  readonly until: string;
  readonly why: string;
  /** Who answers for it; '' or absent where only `why` says so. */
  readonly owner?: string;
  /** The scorer it is given to, by the beginning of its key; '' or absent: any scorer under the rubric. */
  readonly scorer?: string;
}

/**
 * What became of a waiver in a run: it `holds`; it was `not needed`, since the claim passes; it `expired`, and the claim
 * counts again; there is `no claim` of that name; it is for `another scorer`.
 */
export type WaiverState = "holds" | "not needed" | "expired" | "no claim" | "another scorer";

export interface WaiverStanding extends Waiver {
  readonly state: WaiverState;
}

/**
 * How many more prompts would prove a claim with power .8 if the truth is as estimated: 0 where these are enough,
 * `never` where no number will, null where it cannot be said.
 */
export type MorePrompts = number | "never" | null;

/** Chance that a plan of this size proves its claims together; null where a claim can not be judged on these data at all. */
export interface JointPower {
  /** If every truth is as estimated, claims taken as independent. */
  readonly asEstimated: number | null;
  /** The same, but for what may not move, which is taken not to move at all. */
  readonly atNoEffect: number | null;
  /** Whatever the dependence between claims, `asEstimated` lies between these (Frechet 1935). */
  readonly least: number | null;
  readonly most: number | null;
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
  /** Set where someone answers for the claim and the day has not passed. */
  readonly waiver?: Waiver | null;
  /** Chance that as many prompts as these would prove the claim, if the truth is as estimated, or at no effect. */
  readonly power?: { readonly asEstimated: number | null; readonly atNoEffect: number | null };
  readonly morePrompts?: MorePrompts;
}

import type { IdentityDifference, ScorerSide } from "./identities.js";
import type { DiffVerdict, JudgedClaim, JudgedOperator } from "./judge-changes.js";
import type { Unshared } from "./shared-pairs.js";

/** One side as it is told. */
export interface DiffSide {
  readonly source: "run" | "snapshot";
  readonly run: string;
  readonly rubric: string;
  readonly scorer: ScorerSide;
  /** S, in raw score: the ruler on which this side's moves are measured; null where there is none. */
  readonly ruler: number | null;
  readonly noiseFloor: number | null;
}

/** How many items both sides hold, and how many one alone. */
export interface SharedItems {
  readonly shared: number;
  readonly onlyA: number;
  readonly onlyB: number;
}

/** Two scorers on the same pairs: what got better or worse beyond chance, and what cannot be compared. */
export interface Diff {
  readonly verdict: DiffVerdict;
  readonly a: DiffSide;
  readonly b: DiffSide;
  /** Pair by pair; else from the two intervals of every claim alone. */
  readonly paired: boolean;
  readonly alpha: number;
  readonly margin: number;
  readonly claims: readonly JudgedClaim[];
  readonly operators: readonly JudgedOperator[];
  /** Null where it is not known: of other data than a snapshot's. */
  readonly items: SharedItems | null;
  /** Pairs that only one side holds, or that are other pairs, counted by operator, dose and reason. */
  readonly unshared: readonly Unshared[];
  /** What differs between the two scorers' keys. */
  readonly scorers: readonly IdentityDifference[];
  /** What differs in data, seed and rubric, one line each. */
  readonly plans: readonly string[];
}

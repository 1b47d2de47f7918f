import { benjaminiHochberg, holm } from "../stats/multiplicity.js";
import type { Change } from "./change.js";
import type { ClaimChange, OperatorChange } from "./compare-rule.js";

/** `same`: not one value differs. `unclear`: no difference beyond chance. */
export type ChangeWord = "worse" | "better" | "same" | "unclear" | "not comparable";

export interface JudgedClaim extends ClaimChange {
  readonly word: ChangeWord;
  /** Holm-adjusted over the error-severity claims; null for warn claims and where there is no p. */
  readonly pWorseHolm: number | null;
  readonly pBetterHolm: number | null;
}

export interface JudgedOperator extends OperatorChange {
  readonly word: ChangeWord;
  /** Benjamini-Hochberg's over both directions of every operator row; null where there is no p, or it is of an interval alone. */
  readonly q: number | null;
}

/** What came of a comparison as a whole; `worse` blocks, `not comparable` decides nothing. */
export type DiffVerdict = "worse" | "not worse" | "not comparable";

/**
 * Worse and better claims, each direction a Holm family of its own over the error-severity claims (those that cannot be
 * compared are counted with p = 1), so that a scorer that is as good is called worse with a probability of at most alpha. A
 * warn claim is held against its own p and never decides, as in the gate.
 */
export function judgeClaims(changes: readonly ClaimChange[], alpha: number): JudgedClaim[] {
  const gated = changes.filter(({ claim }) => claim.severity === "error");
  const adjusted = (p: (change: Change) => number | null) => {
    const values = holm(gated.map((one) => p(one) ?? 1));
    return new Map(gated.map((one, index) => [one, p(one) === null ? null : values[index]!]));
  };
  const worse = adjusted(({ pWorse }) => pWorse);
  const better = adjusted(({ pBetter }) => pBetter);
  return changes.map((change): JudgedClaim => {
    const [pWorseHolm, pBetterHolm] = [worse, better].map((family) => family.get(change) ?? null) as [
      number | null,
      number | null,
    ];
    const family = change.claim.severity === "error";
    const ps = family ? [pWorseHolm, pBetterHolm] : [change.pWorse, change.pBetter];
    return { ...change, pWorseHolm, pBetterHolm, word: wordOf(change, ps, alpha) };
  });
}

/** Operators are diagnostics: a false discovery rate over all of them, both directions; unpaired ones by their own interval. */
export function judgeOperators(changes: readonly OperatorChange[], alpha: number): JudgedOperator[] {
  const tested = changes.filter(({ pWorse, paired }) => pWorse !== null && paired);
  const twoSided = ({ pWorse, pBetter }: Change) => Math.min(1, 2 * Math.min(pWorse!, pBetter!));
  const values = benjaminiHochberg(tested.map(twoSided));
  const qs = new Map(tested.map((one, index) => [one, values[index]!]));
  return changes.map((change): JudgedOperator => {
    const q = qs.get(change) ?? null;
    const { pWorse, pBetter } = change;
    if (q === null) return { ...change, q, word: wordOf(change, [pWorse, pBetter], alpha) };
    const found = (p: number | null, other: number | null) => (q < alpha && p! < other! ? q : 1);
    return { ...change, q, word: wordOf(change, [found(pWorse, pBetter), found(pBetter, pWorse)], alpha) };
  });
}

export function verdictOf(claims: readonly JudgedClaim[]): DiffVerdict {
  const gated = claims.filter(({ claim }) => claim.severity === "error");
  if (gated.some(({ word }) => word === "worse")) return "worse";
  return gated.every(({ word }) => word === "not comparable") ? "not comparable" : "not worse";
}

function wordOf(
  { reason, same }: Change,
  [pWorse, pBetter]: readonly (number | null)[],
  alpha: number,
): ChangeWord {
  if (same) return "same";
  if (reason !== "") return "not comparable";
  if (typeof pWorse === "number" && pWorse < alpha) return "worse";
  return typeof pBetter === "number" && pBetter < alpha ? "better" : "unclear";
}

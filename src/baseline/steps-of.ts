import { type Stepped, stepped } from "../stats/steps.js";
import type { SnapshotClaim, SnapshotOperator } from "./snapshot.js";

/** What a snapshot still knows of a measure; undefined where it has no interval. */
export function stepsOf(
  { estimate, lower, upper, reason }: SnapshotClaim | SnapshotOperator,
  alphas: readonly number[],
): Stepped | undefined {
  if (reason !== "" || estimate === null) return undefined;
  const steps = alphas.map((alpha, at) => ({
    alpha,
    lower: lower[at] ?? Number.NEGATIVE_INFINITY,
    upper: upper[at] ?? Number.POSITIVE_INFINITY,
  }));
  return stepped(estimate, steps);
}

/** The alphas at which the bounds of operators are kept: diagnostics need no more. */
export function operatorAlphas(alpha: number): number[] {
  return [alpha / 2, alpha];
}

import type { Claim, VerdictWord } from "../contract.js";
import type { Evidence } from "./evidence.js";
import { morePrompts, sayMorePrompts } from "./more-data.js";
import { writeBound, writeEstimate, writeNumber } from "./wording.js";

export interface Decision {
  readonly verdict: VerdictWord;
  /** The p that was held against alpha, and the size of its Holm family (null outside the family). */
  readonly p: number | null;
  readonly family: number | null;
  /** p of the claim alone would fail it, the family's does not. */
  readonly heldBack: boolean;
}

/** The number that decided, in words. */
export function becauseOf(evidence: Evidence, decision: Decision, alpha: number): string {
  const { claim } = evidence;
  const more = digitsFor(evidence);
  const measured = writeEstimate(claim.metric, evidence, more);
  const found = claim.against === undefined ? measured : `worse by ${measured}`;
  const bound = writeBound(claim, more);
  if (decision.verdict === "pass") return `${found}, proved ${bound}`;
  const after = decision.family === null ? "" : ` after Holm over ${decision.family}`;
  const p = `${writeP(decision.p)}${after}`;
  if (decision.verdict === "fail") return `${found}, proved ${opposite(claim, bound)} (${p})`;
  if (decision.heldBack) return `${found}, ${opposite(claim, bound)}, but not beyond chance (${p})`;
  const missing = missingBound(evidence);
  const advice = sayMorePrompts(morePrompts(evidence, alpha));
  return [`${found}, not proved ${bound}`, missing, advice].filter((part) => part !== "").join("; ");
}

/** A side without a bound, where that is what keeps the claim open. */
function missingBound({ claim: { comparison }, lower, upper, clusters }: Evidence): string {
  const side =
    upper === null && comparison !== "at-least"
      ? "upper"
      : lower === null && comparison !== "at-most"
        ? "lower"
        : undefined;
  return side === undefined
    ? ""
    : `the values are too skewed for ${clusters} prompts to give ${side === "upper" ? "an upper" : "a lower"} bound`;
}

function opposite({ comparison }: Claim, bound: string): string {
  if (comparison === "at-least") return bound.replace("at least", "below");
  return comparison === "at-most" ? bound.replace("at most", "above") : bound.replace("within", "outside");
}

function writeP(p: number | null): string {
  if (p === null) return "no p";
  return p < 0.001 ? "p < 0.001" : `p = ${p.toFixed(3)}`;
}

/** As many decimals more as keep a number that decided from reading like the bound itself. */
function digitsFor({ claim, estimate, lower, upper }: Evidence): number {
  const size = claim.comparison === "within" ? Math.abs : (value: number) => value;
  const numbers = [estimate, lower, upper].filter((value) => value !== null).map(size);
  const reads = (value: number, more: number) => writeNumber(claim.metric, value, more);
  const clashes = (more: number) =>
    numbers.some((value) => value !== claim.bound && reads(value, more) === reads(claim.bound, more));
  return [0, 1, 2].find((more) => !clashes(more)) ?? 2;
}

import type { Claim, Verdict, VerdictWord } from "../contract.js";
import { holm } from "../stats/multiplicity.js";
import { becauseOf } from "./because.js";
import type { Evidence, JudgeRules } from "./evidence.js";
import { refusalOf } from "./refuse.js";

export type { Evidence, JudgeRules } from "./evidence.js";

export interface Judgement {
  /** In the order of the evidence. */
  readonly verdicts: Verdict[];
  readonly verdict: VerdictWord;
  /** In words: what the gate's verdict rests on. */
  readonly because: string;
}

/**
 * Verdicts of one scorer's claims, and the gate's.
 *
 * A claim passes when its one-sided bound lies on the good side. The gate passes when all error-severity claims
 * do (intersection-union: no correction; Berger 1982). A claim fails when pFail survives Holm over all
 * error-severity claims, undecidable ones counted with p = 1, so that a launch is wrongly blocked with a
 * probability of at most alpha. A warn claim stands outside the family, is held against its own p, and never
 * decides the gate.
 */
export function judge(evidence: readonly Evidence[], rules: JudgeRules): Judgement {
  const refusals = evidence.map((one) => refusalOf(one, rules));
  const adjusted = adjustInFamily(evidence, refusals);
  const family = evidence.filter(isGated).length;
  const verdicts = evidence.map((one, index): Verdict => {
    const { claim, estimate, lower, upper, pFail, n, clusters } = one;
    const pFailHolm = adjusted[index]!;
    const numbers = { claim, estimate, lower, upper, pFail, pFailHolm, n, clusters };
    const refusal = refusals[index];
    if (refusal !== undefined) return { ...numbers, verdict: "inconclusive", because: refusal };
    const gated = isGated(one);
    const p = gated ? pFailHolm : pFail;
    const fails = p !== null && p < rules.alpha;
    const verdict = fails ? "fail" : proved(one) ? "pass" : "inconclusive";
    const heldBack = pFail !== null && pFail < rules.alpha && !fails;
    const decision = { verdict, p, family: gated ? family : null, heldBack } as const;
    return { ...numbers, verdict, because: becauseOf(one, decision, rules.alpha) };
  });
  return { verdicts, ...gateOf(verdicts) };
}

function isGated({ claim }: { readonly claim: Claim }): boolean {
  return claim.severity === "error";
}

/** Holm-adjusted p by position; null for warn claims and where no p is to be trusted. */
function adjustInFamily(
  evidence: readonly Evidence[],
  refusals: readonly (string | undefined)[],
): (number | null)[] {
  const gated = [...evidence.keys()].filter((index) => isGated(evidence[index]!));
  const known = (index: number) => (refusals[index] === undefined ? evidence[index]!.pFail : null);
  const adjusted = holm(gated.map((index) => known(index) ?? 1));
  const byIndex = new Map(gated.map((index, position) => [index, adjusted[position]!]));
  return evidence.map((_, index) => (known(index) === null ? null : (byIndex.get(index) ?? null)));
}

/** The bound itself is not on the good side. */
function proved({ claim: { comparison, bound }, lower, upper }: Evidence): boolean {
  const above = lower !== null && lower > (comparison === "within" ? -bound : bound);
  const below = upper !== null && upper < bound;
  return { "at-least": above, "at-most": below, within: above && below }[comparison];
}

function gateOf(verdicts: readonly Verdict[]): { verdict: VerdictWord; because: string } {
  const gated = verdicts.filter(isGated);
  if (gated.length === 0)
    return { verdict: "inconclusive", because: "no claim has severity error: there is nothing to pass" };
  const failed = gated.filter(({ verdict }) => verdict === "fail");
  if (failed.length > 0) return { verdict: "fail", because: `failed: ${idsOf(failed)}` };
  const open = gated.filter(({ verdict }) => verdict === "inconclusive");
  if (open.length > 0) return { verdict: "inconclusive", because: `not proved: ${idsOf(open)}` };
  return { verdict: "pass", because: `proved: ${idsOf(gated)}` };
}

function idsOf(verdicts: readonly Verdict[]): string {
  return verdicts.map(({ claim }) => claim.id).join(", ");
}

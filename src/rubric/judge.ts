import type { Claim, JointPower, MorePrompts, Verdict, VerdictWord, Waiver } from "../contract.js";
import { holm } from "../stats/multiplicity.js";
import { becauseOf } from "./because.js";
import type { Evidence, JudgeRules } from "./evidence.js";
import { waiverOf } from "./judging.js";
import { morePrompts } from "./more-data.js";
import { jointPower, powerOf } from "./power.js";
import { promptsFor, refusalOf } from "./refuse.js";

export type { Evidence, JudgeRules } from "./evidence.js";

export interface Judgement {
  /** In the order of the evidence. */
  readonly verdicts: Verdict[];
  readonly verdict: VerdictWord;
  /** In words: what the gate's verdict rests on. */
  readonly because: string;
  /** Chance that other data of this size prove all claims of the gate together. */
  readonly power: JointPower;
}

/**
 * Verdicts of one scorer's claims, and the gate's.
 *
 * A claim passes when its one-sided bound lies on the good side. The gate passes when all error-severity claims
 * do (intersection-union: no correction; Berger 1982). A claim fails when pFail survives Holm over all
 * error-severity claims, undecidable ones counted with p = 1, so that a launch is wrongly blocked with a
 * probability of at most alpha. A warn claim stands outside the family, is held against its own p, and never
 * decides the gate; nor does a waived one, which stays in the family.
 */
export function judge(evidence: readonly Evidence[], rules: JudgeRules): Judgement {
  const refusals = evidence.map((one) => refusalOf(one, rules));
  const adjusted = adjustInFamily(evidence, refusals);
  const family = evidence.filter(isGated).length;
  const verdicts = evidence.map((one, index): Verdict => {
    const { claim, estimate, lower, upper, pFail, n, clusters } = one;
    const pFailHolm = adjusted[index]!;
    const waiver = waiverOf(claim.id, rules.waivers);
    const refusal = refusals[index];
    const outlook = {
      power: refusal === undefined ? powerOf(one, rules.alpha) : NO_POWER,
      morePrompts: missingPrompts(one, refusal, rules),
    };
    const numbers = { claim, estimate, lower, upper, pFail, pFailHolm, n, clusters, waiver, ...outlook };
    if (refusal !== undefined) return { ...numbers, verdict: "inconclusive", because: refusal };
    const gated = isGated(one);
    const p = gated ? pFailHolm : pFail;
    const fails = p !== null && p < rules.alpha;
    const exported = rules.exportedBehind?.(claim) ?? 0;
    const verdict = fails ? "fail" : proved(one) ? "pass" : "inconclusive";
    const heldBack = pFail !== null && pFail < rules.alpha && !fails;
    const decision = { verdict, p, family: gated ? family : null, heldBack } as const;
    const because = becauseOf(one, decision, rules.alpha);
    // What a model was trained on proves nothing for it; against it, all the more.
    if (verdict === "pass" && exported > 0)
      return { ...numbers, verdict: "inconclusive", because: `${because}; but ${trainedOn(exported)}` };
    return { ...numbers, verdict, because };
  });
  return { verdicts, ...gateOf(verdicts), power: jointPower(verdicts) };
}

function trainedOn(prompts: number): string {
  const behind = prompts === 1 ? "1 prompt behind it was" : `${prompts} prompts behind it were`;
  return `${behind} exported for training, so it does not pass`;
}

const NO_POWER = { asEstimated: null, atNoEffect: null };

/** Where there are too few prompts to judge at all, at least as many as are missing. */
function missingPrompts(evidence: Evidence, refusal: string | undefined, rules: JudgeRules): MorePrompts {
  if (refusal === undefined) return morePrompts(evidence, rules.alpha);
  const { wanted, needed } = promptsFor(evidence.claim, rules);
  const missing = Math.max(wanted, needed) - evidence.clusters;
  return missing > 0 && evidence.clusters > 0 ? missing : null;
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

/** The gate's verdict of claims that are judged, each with its waiver where one holds. */
export function gateOf(verdicts: readonly Verdict[]): { verdict: VerdictWord; because: string } {
  const all = verdicts.filter(isGated);
  if (all.length === 0)
    return { verdict: "inconclusive", because: "no claim has severity error: there is nothing to pass" };
  const gated = all.filter(({ waiver }) => !waiver);
  if (gated.length === 0)
    return { verdict: "inconclusive", because: "every claim is waived: there is nothing to pass" };
  const waived = sayWaived(all);
  const failed = gated.filter(({ verdict }) => verdict === "fail");
  if (failed.length > 0) return { verdict: "fail", because: `failed: ${idsOf(failed)}${waived}` };
  const open = gated.filter(({ verdict }) => verdict === "inconclusive");
  if (open.length > 0) return { verdict: "inconclusive", because: `not proved: ${idsOf(open)}${waived}` };
  return { verdict: "pass", because: `proved: ${idsOf(gated)}${waived}` };
}

/** Only what would have blocked is worth a word. */
function sayWaived(verdicts: readonly Verdict[]): string {
  const held = verdicts.filter(
    (one): one is Verdict & { readonly waiver: Waiver } => Boolean(one.waiver) && one.verdict !== "pass",
  );
  if (held.length === 0) return "";
  return `; waived: ${held.map(({ claim, waiver }) => `${claim.id} until ${waiver.until}`).join(", ")}`;
}

function idsOf(verdicts: readonly Verdict[]): string {
  return verdicts.map(({ claim }) => claim.id).join(", ");
}

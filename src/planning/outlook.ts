import type { Claim, JointPower, MorePrompts, Verdict } from "../contract.js";
import type { Evidence, JudgeRules } from "../rubric/evidence.js";
import { judge } from "../rubric/judge.js";
import { judgeRulesOf } from "../rubric/judging.js";
import { refusalOf } from "../rubric/refuse.js";
import type { Rubric } from "../rubric/rubric.js";
import { expectedEvidence } from "./expected-evidence.js";
import type { ClaimCount, Survey } from "./survey.js";
import { itemsOf, type Taken, takes } from "./take.js";

/** What can be known of a claim before it is measured. */
export interface ClaimOutlook {
  readonly claim: Claim;
  readonly prompts: number;
  readonly pairs: number;
  /** Why no verdict can be had from these data; empty where one can. */
  readonly undecidable: string;
  /** Chance that these prompts prove it, if the truth is as expected; null where it is undecidable. */
  readonly chance: number | null;
  /** The truth that is taken for granted, and the SD of values between prompts. */
  readonly expected: number | null;
  readonly sd: number | null;
  /** Whether both come from an earlier run; else they are assumed. */
  readonly measured: boolean;
  /** Prompts like those of the data, beside them, that would prove it with power .8. */
  readonly morePrompts: MorePrompts;
}

export interface Outlook {
  readonly claims: readonly ClaimOutlook[];
  readonly joint: JointPower;
}

/** What an earlier run of the same rubric and scorer measured. */
export interface Earlier {
  readonly run: string;
  readonly evidence: readonly Evidence[];
  readonly noise: JudgeRules["noise"];
}

/** The gate's power with these data, or with what a budget takes of them. `today`: waivers end. */
export function outlookOf(
  survey: Survey,
  taken: Taken,
  { document, alpha }: Rubric,
  earlier: Earlier | undefined,
  today: string,
): Outlook {
  const promptsByLanguage = languagesOf(survey, taken);
  const rules = judgeRulesOf(document, { noise: earlier?.noise ?? null, promptsByLanguage, today });
  const expected = survey.claims.map((count) => {
    const size = sizeOf(survey, taken, count);
    const known = earlier?.evidence.find(({ claim }) => claim.id === count.claim.id);
    const one = expectedEvidence(count.claim, size, known, alpha);
    const reason = one.evidence.reason || withoutRuler(survey, count, document.scale);
    return { ...one, evidence: { ...one.evidence, reason } };
  });
  const { verdicts, power } = judge(
    expected.map(({ evidence }) => evidence),
    rules,
  );
  const claims = expected.map(({ evidence, measured }, index): ClaimOutlook => {
    const { claim, clusters, n, estimate, sd } = evidence;
    const verdict = verdicts[index]!;
    return {
      ...{ claim, prompts: clusters, pairs: n, measured, expected: estimate, sd },
      undecidable: refusalOf(evidence, rules) ?? "",
      chance: verdict.power?.asEstimated ?? null,
      morePrompts: moreOf(verdict, survey, survey.claims[index]!),
    };
  });
  return { claims, joint: power };
}

/** The judge tells prompts on which the operators apply: of the data's prompts only a part is such. */
function moreOf({ morePrompts = null }: Verdict, survey: Survey, { items }: ClaimCount): MorePrompts {
  if (typeof morePrompts !== "number") return morePrompts;
  const own = new Set(items.map((item) => survey.items[item]!.prompt)).size;
  return own === 0 ? null : Math.ceil((morePrompts * survey.prompts.length) / own);
}

function sizeOf(survey: Survey, taken: Taken, { claim, band, items, values }: ClaimCount) {
  const takesItem = takes(survey, taken, band);
  const prompts = new Set<number>();
  let n = 0;
  for (const [at, item] of items.entries()) {
    if (!takesItem(item)) continue;
    prompts.add(survey.items[item]!.prompt);
    n += values[at]!;
  }
  return { prompts: prompts.size, n, applied: survey.applied[claim.attribute] ?? null };
}

/** Prompts that a run would hold: those of its items. */
export function promptsTaken(survey: Survey, taken: Taken): number {
  const items = itemsOf(survey, taken);
  return new Set(survey.items.filter((_, item) => items[item]).map(({ prompt }) => prompt)).size;
}

function languagesOf(survey: Survey, taken: Taken): ReadonlyMap<string, number> {
  const items = itemsOf(survey, taken);
  const prompts = new Map<string, Set<number>>();
  for (const [index, { language, prompt }] of survey.items.entries()) {
    if (!items[index]) continue;
    prompts.set(language, (prompts.get(language) ?? new Set()).add(prompt));
  }
  return new Map([...prompts].map(([language, own]) => [language, own.size]));
}

const IN_SCALE: ReadonlySet<string> = new Set(["effect", "bias", "dispersion", "tail-share"]);

function withoutRuler({ items }: Survey, { claim }: ClaimCount, scale: Rubric["scale"]): string {
  if (scale === "overall" || !IN_SCALE.has(claim.metric)) return "";
  const answers = new Map<number, number>();
  for (const { prompt, answers: more } of items) answers.set(prompt, (answers.get(prompt) ?? 0) + more);
  if ([...answers.values()].some((count) => count > 1)) return "";
  return 'no prompt has two responses, so there is no within-prompt SD (set "scale": "overall" in the rubric)';
}

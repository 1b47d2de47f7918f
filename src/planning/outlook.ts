import type { Claim, JointPower, MorePrompts } from "../contract.js";
import type { Evidence, JudgeRules } from "../rubric/evidence.js";
import { judge } from "../rubric/judge.js";
import { judgeRulesOf } from "../rubric/judging.js";
import { promptsFor, refusalOf } from "../rubric/refuse.js";
import type { Rubric } from "../rubric/rubric.js";
import { expectedEvidence, type Size } from "./expected-evidence.js";
import { morePromptsFor } from "./more-prompts.js";
import { partsTaken } from "./parts.js";
import type { ClaimCount, Survey } from "./survey.js";
import { ALL, itemsOf, type Taken, takes } from "./take.js";

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

const MANY = Number.MAX_SAFE_INTEGER;

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
  const sizeIn = (part: Taken) => {
    const inPart = partsTaken(survey, part);
    return (count: ClaimCount) => won(count, sizeOf(survey, part, count, inPart), earlier);
  };
  const [sizeOfClaim, sizeInAll] = [sizeIn(taken), sizeIn(ALL(survey))];
  const expected = survey.claims.map((count) => {
    const size = sizeOfClaim(count);
    const known = earlier?.evidence.find(({ claim }) => claim.id === count.claim.id);
    const one = expectedEvidence(count.claim, size, known, alpha);
    const reason = one.evidence.reason || withoutRuler(survey, count, document.scale);
    const { wanted, needed } = promptsFor(count.claim, rules);
    const more = morePromptsFor(count.claim, size, known, alpha, Math.max(wanted, needed));
    const share = sizeInAll(count).prompts / survey.prompts.length;
    return { ...one, more: ofTheData(more, share), evidence: { ...one.evidence, reason } };
  });
  const { verdicts, power } = judge(
    expected.map(({ evidence }) => evidence),
    rules,
  );
  const claims = expected.map(({ evidence, measured, more }, index): ClaimOutlook => {
    const { claim, clusters, n, estimate, sd } = evidence;
    const undecidable = refusalOf(evidence, rules) ?? "";
    // Where something else is missing than prompts, more of them are of no use.
    const settles = undecidable === "" || refusalOf({ ...evidence, clusters: MANY }, rules) === undefined;
    return {
      ...{ claim, prompts: clusters, pairs: n, measured, expected: estimate, sd },
      undecidable,
      chance: verdicts[index]!.power?.asEstimated ?? null,
      morePrompts: settles ? more : null,
    };
  });
  return { claims, joint: power };
}

/** Prompts of the data for so many of a claim, whose operators apply to a share of them. */
function ofTheData(more: MorePrompts, share: number): MorePrompts {
  if (typeof more !== "number") return more;
  return share === 0 ? null : Math.ceil(more / share);
}

function sizeOf(
  survey: Survey,
  taken: Taken,
  count: ClaimCount,
  inPart: ReturnType<typeof partsTaken>,
): Size {
  const { claim, band, items, values } = count;
  const takesItem = takes(survey, taken, band);
  const prompts = new Set<number>();
  let n = 0;
  for (const [at, item] of items.entries()) {
    if (!takesItem(item) || !inPart(count, item)) continue;
    prompts.add(survey.items[item]!.prompt);
    n += values[at]!;
  }
  return { prompts: prompts.size, n, applied: survey.applied[claim.attribute] ?? null };
}

/** Of comparisons that the base answers win, where nothing is known of them. */
const STANDARD_WON = 0.75;

/** An attack is tried where the chosen answer wins as things stand: of so many as an earlier run had, or three in four. */
function won({ claim }: ClaimCount, size: Size, earlier: Earlier | undefined): Size {
  if (claim.metric !== "net-attack-success") return size;
  const accuracy = earlier?.evidence.find((one) => one.claim.metric === "accuracy")?.estimate;
  const share = accuracy ?? STANDARD_WON;
  return { ...size, prompts: Math.floor(size.prompts * share), n: Math.floor(size.n * share) };
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

import type { Augmentation, Scorer } from "./contract.js";
import { TareError } from "./errors.js";
import { canonicalJson, digestOf } from "./keys.js";
import { expandOracle } from "./oracle/operators.js";
import type { Selected } from "./pairs/build.js";
import { findOperator } from "./pairs/compose.js";
import type { Cut } from "./planning/cut.js";
import type { Rubric, Rule } from "./rubric/rubric.js";
import { nameSelected, select } from "./rubric/select.js";
import type { Reward } from "./scoring/reward.js";

/** Everything that decides a run's content, frozen before work begins. Its digest is the run's id. */
export interface Plan {
  readonly planVersion: 1;
  /** Digest of the item ids: file names and order do not matter. */
  readonly data: string;
  readonly seed: number;
  /** Bad records were left out; absent where the first one would have been an error. */
  readonly skipBad?: true;
  readonly rubric: string;
  readonly scorer: string;
  readonly reward: Reward;
  /** `name@dose v1`, in the order of the rubric. */
  readonly operators: readonly string[];
  /** Prompts whose answers other items may borrow. */
  readonly donors: number;
  /** Texts sorted by length at a time. (The most tokens of a batch depend on the machine: they are frozen beside the plan.) */
  readonly scoringWindow: number;
  readonly noiseTexts: number;
  /** What a budget left of the data; absent where nothing was left out for one. */
  readonly budget?: Cut;
  /** Absent where no oracle was asked. */
  readonly oracle?: OraclePlan;
}

/** Where the oracle pairs of a run come from, and which they are. */
export interface OraclePlan {
  /** Key of the settings under which they were made. */
  readonly settings: string;
  /** Of the verified pairs of the run's items. */
  readonly digest: string;
}

export const STANDARD_PLAN = { planVersion: 1, donors: 256, scoringWindow: 512, noiseTexts: 64 } as const;

export function freezePlan(parts: {
  readonly data: string;
  readonly seed: number;
  readonly skipBad?: boolean;
  readonly rubric: Rubric;
  readonly scorer: Scorer;
  readonly reward: Reward;
  readonly selected: readonly Selected[];
  readonly budget?: Cut | undefined;
  readonly oracle?: OraclePlan | undefined;
}): { readonly id: string; readonly plan: Plan; readonly json: string } {
  const plan: Plan = Object.freeze({
    ...STANDARD_PLAN,
    data: parts.data,
    seed: parts.seed,
    ...(parts.skipBad === true ? { skipBad: true } : {}),
    rubric: parts.rubric.digest,
    scorer: parts.scorer.key,
    reward: parts.reward,
    operators: planOperators(parts.selected),
    ...(parts.budget === undefined ? {} : { budget: parts.budget }),
    ...(parts.oracle === undefined ? {} : { oracle: parts.oracle }),
  });
  return { id: digestOf(plan), plan, json: canonicalJson(plan) };
}

/** `name@dose`, or `name` where it has no dose. */
export function nameOperator({ augmentation, dose }: Selected): string {
  return nameSelected({ augmentation: augmentation.name, dose });
}

/** Operators as a plan has them, `name@dose vN`. */
export function planOperators(selected: readonly Selected[]): string[] {
  return selected.map((one) => `${nameOperator(one)} v${one.augmentation.version}`);
}

/** The operators a run applies: those of the rules, each once. */
export function selectOperators(rules: readonly Rule[], augmentations: readonly Augmentation[]): Selected[] {
  const chosen = new Map<string, Selected>();
  for (const one of rules.flatMap((rule) => rule.selected)) {
    const augmentation = findOperator(one.augmentation, augmentations) as Augmentation; // select found it
    chosen.set(nameSelected(one), { augmentation, dose: one.dose });
  }
  return [...chosen.values()];
}

/** Operators asked for beside the rubric, each a rule without claims: shown, never gated. Throws TARE_UNKNOWN_NAME. */
export function extraRules(
  asked: readonly string[],
  augmentations: readonly Augmentation[],
  rules: readonly Rule[],
): Rule[] {
  const { selected, operators, problems } = select(
    [...new Set(asked.flatMap(expandOracle))],
    [],
    augmentations,
  );
  if (problems.length > 0)
    throw new TareError("TARE_UNKNOWN_NAME", problems.map(({ message }) => message).join("; "));
  const known = new Set(rules.flatMap((rule) => rule.selected.map(nameSelected)));
  return operators.flatMap(({ name, attribute, expects, summary }): Rule[] => {
    const own = selected.filter((one) => one.augmentation === name && !known.has(nameSelected(one)));
    const kind = expects === "lower" || expects === "higher" ? "causal" : "spurious";
    return own.length === 0 ? [] : [{ kind, attribute, why: summary, selected: own, expects, claims: [] }];
  });
}

import { type GuardLimits, type Item, isSkip, type PairDraft, type Text } from "../contract.js";
import { messageOf } from "../errors.js";
import { pairKey, textKey } from "../keys.js";
import { changedPart } from "./changed-part.js";
import { type Drift, driftOf } from "./drift.js";
import { firstRefusal } from "./guards/index.js";
import { underOnePrompt } from "./one-prompt.js";
import type { Declined } from "./oracle-pair.js";
import { type ProposalPlan, type Proposed, propose, type Selected } from "./propose.js";
import { targets } from "./targets.js";

export type { Selected } from "./propose.js";

export interface BuildPlan extends ProposalPlan {
  /** Longest input of the scorer, in tokens. */
  readonly window: number;
}

interface Attempt {
  /** Name of the augmentation. */
  readonly augmentation: string;
  readonly dose: number | undefined;
  readonly item: string;
  /** Index into the item's responses. */
  readonly response: number;
}

export interface AcceptedPair extends Attempt {
  readonly kind: "pair";
  readonly key: string;
  readonly version: number;
  readonly base: Text;
  readonly variant: Text;
  readonly baseKey: string;
  readonly variantKey: string;
  readonly drift: Drift;
}

export interface SkippedPair extends Attempt {
  readonly kind: "skip";
  /** `apply`: the operator declined; `guard`: a guard refused; `error`: the operator threw. */
  readonly stage: "apply" | "guard" | "error";
  readonly reason: string;
  readonly detail: string;
}

export type Built = AcceptedPair | SkippedPair;

/** Every pair of one item, or the reason for which there is none. Depends on no other item but the donors. */
export function buildPairs(item: Item, selected: readonly Selected[], plan: BuildPlan): Built[] {
  const seen = new Map<string, Set<string>>();
  return selected.flatMap(({ augmentation, dose }) => {
    const texts = seen.get(augmentation.name) ?? new Set(item.responses.map(({ text }) => text));
    seen.set(augmentation.name, texts);
    const built = inOrderOfText(targets(item, augmentation), item).map((response) => {
      const one = buildOne(item, response, { augmentation, dose }, plan, texts);
      if (one.kind === "pair") texts.add(changedPart(one.variant, augmentation));
      return one;
    });
    return underOnePrompt(
      built.sort((a, b) => a.response - b.response),
      augmentation,
    );
  });
}

/** Where two answers would become the same text the second is a duplicate: which that is may not hang on the order of the answers. */
function inOrderOfText(responses: readonly number[], { responses: all }: Item): number[] {
  return [...responses].sort((a, b) => (all[a]!.text < all[b]!.text ? -1 : 1));
}

function buildOne(
  item: Item,
  response: number,
  { augmentation, dose }: Selected,
  plan: BuildPlan,
  seen: ReadonlySet<string>,
): Built {
  const attempt: Attempt = { augmentation: augmentation.name, dose, item: item.id, response };
  const skipped = (stage: SkippedPair["stage"], reason: string, detail: string): SkippedPair => ({
    kind: "skip",
    ...attempt,
    stage,
    reason,
    detail,
  });
  let made: Proposed | Declined;
  try {
    made = propose(item, response, { augmentation, dose }, plan);
  } catch (error) {
    return skipped("error", "threw", messageOf(error));
  }
  if (isSkip(made)) return skipped("apply", made.skip || "no-reason-given", made.detail ?? "");
  const draft: PairDraft = { augmentation, dose, item, response, base: made.base, variant: made.variant };
  const limits: GuardLimits = { window: plan.window, seen };
  const refusal = firstRefusal(draft, limits);
  if (refusal !== undefined) return skipped("guard", refusal.guard, refusal.detail);
  return accept(draft, attempt, plan.seed);
}

function accept(draft: PairDraft, attempt: Attempt, seed: number): AcceptedPair {
  const { base, variant } = draft;
  const { version } = draft.augmentation;
  const baseKey = textKey(base);
  const variantKey = textKey(variant);
  const identity = { augmentation: attempt.augmentation, version, dose: attempt.dose, seed };
  return {
    kind: "pair",
    ...attempt,
    version,
    key: pairKey({ ...identity, base: baseKey, variant: variantKey }),
    base,
    variant,
    baseKey,
    variantKey,
    drift: driftOfPair(draft),
  };
}

/** Measured on the part of the texts that the operator may change. */
export function driftOfPair({
  augmentation,
  base,
  variant,
}: Proposed & Pick<Selected, "augmentation">): Drift {
  const measured = (text: Text): Text => ({ ...text, response: changedPart(text, augmentation) });
  return driftOf(measured(base), measured(variant));
}

import {
  type Augmentation,
  type Corpus,
  type GuardLimits,
  type Item,
  isSkip,
  type Message,
  type PairDraft,
  type Skip,
  type Text,
} from "../contract.js";
import { messageOf } from "../errors.js";
import { digestOf, pairKey, textKey } from "../keys.js";
import { stream } from "../random.js";
import { changedPart } from "./changed-part.js";
import { corpusFor, type Donor } from "./corpus.js";
import { type Drift, driftOf } from "./drift.js";
import { firstRefusal } from "./guards/index.js";
import { underOnePrompt } from "./one-prompt.js";

export interface Selected {
  readonly augmentation: Augmentation;
  readonly dose: number | undefined;
}

export interface BuildPlan {
  readonly seed: number;
  /** Longest input of the scorer, in tokens. */
  readonly window: number;
  readonly donors: readonly Donor[];
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
    const built = targets(item, augmentation).map((response) => {
      const one = buildOne(item, response, { augmentation, dose }, plan, texts);
      if (one.kind === "pair") texts.add(changedPart(one.variant, augmentation));
      return one;
    });
    return underOnePrompt(built, augmentation);
  });
}

/**
 * Degradations and upgrades start from `chosen` and unranked answers only: a degradation of an answer
 * that is already wrong may mend it, and its label would be false. Invariances hold for every answer.
 * Pairings compare the answers of an item, hence once an item.
 */
function targets(item: Item, augmentation: Augmentation): number[] {
  if (augmentation.changes === "pairing") return [primary(item)];
  const moves = augmentation.expects === "lower" || augmentation.expects === "higher";
  return item.responses.flatMap(({ role }, index) => (moves && role === "rejected" ? [] : [index]));
}

function primary(item: Item): number {
  return Math.max(
    0,
    item.responses.findIndex(({ role }) => role === "chosen"),
  );
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
  let made: { readonly base: Text; readonly variant: Text } | Skip;
  try {
    made = propose(item, response, { augmentation, dose }, plan);
    requireTexts(made);
  } catch (error) {
    return skipped("error", "threw", messageOf(error));
  }
  if (isSkip(made)) return skipped("apply", made.skip || "no-reason-given", "");
  const draft: PairDraft = { augmentation, dose, item, response, base: made.base, variant: made.variant };
  const limits: GuardLimits = { window: plan.window, seen };
  const refusal = firstRefusal(draft, limits);
  if (refusal !== undefined) return skipped("guard", refusal.guard, refusal.detail);
  return accept(draft, attempt, plan.seed);
}

/** An operator from outside may return anything; what is neither two texts nor a skip is its error. */
function requireTexts(made: { readonly base: Text; readonly variant: Text } | Skip): void {
  if (isSkip(made)) return;
  for (const text of [made?.base, made?.variant]) {
    const { messages, response } = text ?? {};
    if (typeof response === "string" && Array.isArray(messages) && messages.every(isMessage)) continue;
    throw new TypeError(
      `it returned ${typeof response === "undefined" ? "no text" : `a ${typeof response}`}, not a text or a skip`,
    );
  }
}

function isMessage(message: Message | undefined): boolean {
  return typeof message?.role === "string" && typeof message.content === "string";
}

/**
 * The stream does not know the dose, so that the doses of one text nest: each goes on where the weaker one stopped.
 * Nor does it know the answer where the prompt is changed, so that all answers come under the same one.
 */
function propose(item: Item, response: number, { augmentation, dose }: Selected, plan: BuildPlan) {
  const base: Text = Object.freeze({
    messages: frozen(item.prompt),
    response: item.responses[response]!.text,
  });
  const { name, version } = augmentation;
  const answer = augmentation.changes === "prompt" ? "" : digestOf(base.response);
  const random = stream(plan.seed, name, version, item.promptKey, answer);
  const borrower = { seed: plan.seed, augmentation: name, item: item.id, promptKey: item.promptKey };
  const corpus: Corpus = corpusFor(borrower, plan.donors);
  if (augmentation.changes === "response") {
    const changed = augmentation.apply(base, { random, dose, corpus });
    return isSkip(changed) ? changed : { base, variant: { messages: base.messages, response: changed } };
  }
  if (augmentation.changes === "prompt") {
    const changed = augmentation.apply(base, { random, dose, corpus });
    return isSkip(changed) ? changed : { base, variant: changed };
  }
  const worse = item.responses.find(({ role }) => role === "rejected");
  const rejected = worse === undefined ? undefined : { messages: item.prompt, response: worse.text };
  return augmentation.apply({ chosen: base, rejected }, { random, dose, corpus });
}

/** An operator that writes to its input is told so by the engine, and its pair is counted as an error. */
function frozen(messages: readonly Message[]): readonly Message[] {
  return Object.isFrozen(messages)
    ? messages
    : Object.freeze(messages.map((message) => Object.freeze({ ...message })));
}

function accept(draft: PairDraft, attempt: Attempt, seed: number): AcceptedPair {
  const { base, variant } = draft;
  const { version } = draft.augmentation;
  const baseKey = textKey(base);
  const variantKey = textKey(variant);
  const measured = (text: Text): Text => ({ ...text, response: changedPart(text, draft.augmentation) });
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
    drift: driftOf(measured(base), measured(variant)),
  };
}

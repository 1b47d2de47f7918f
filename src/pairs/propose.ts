import {
  type Augmentation,
  type Corpus,
  type GuardLimits,
  type Item,
  isSkip,
  type Message,
  type Skip,
  skip,
  type Text,
} from "../contract.js";
import { digestOf } from "../keys.js";
import { intendedBy } from "../oracle/operators.js";
import { stream } from "../random.js";
import { endOfOpening } from "../text/left-alone.js";
import { remember } from "../text/remember.js";
import { partsOf } from "./compose.js";
import { corpusFor, type Donor } from "./corpus.js";
import { firstRefusal } from "./guards/index.js";
import { leading } from "./leading.js";
import { type Declined, type OracleLook, oraclePair } from "./oracle-pair.js";

export interface Selected {
  readonly augmentation: Augmentation;
  readonly dose: number | undefined;
}

export interface ProposalPlan {
  readonly seed: number;
  readonly donors: readonly Donor[];
  /** What oracle operators give; undefined where no oracle was asked. */
  readonly oracle?: OracleLook | undefined;
}

export interface Proposed {
  readonly base: Text;
  readonly variant: Text;
}

/** What an operator makes of one response of an item, before any guard. Throws what the operator throws. */
export function propose(
  item: Item,
  response: number,
  selected: Selected,
  plan: ProposalPlan,
): Proposed | Declined {
  const base: Text = Object.freeze({
    messages: frozen(item.prompt),
    response: item.responses[response]!.text,
  });
  const steps = partsOf(selected.augmentation);
  if (steps === undefined) return checked(apply(item, base, selected, plan));
  let text = base;
  for (const { augmentation, dose = selected.dose } of steps) {
    // Each part draws as it would alone, so that the first makes the very change that it makes without the others.
    const made = checked(apply(item, text, { augmentation, dose }, plan));
    if (isSkip(made)) return made;
    const refusal = firstRefusal({ augmentation, dose, item, response, ...made }, UNLIMITED);
    if (refusal !== undefined) return { skip: refusal.guard };
    text = made.variant;
  }
  return { base, variant: text };
}

/** The whole pair is held to the model's window and to what was made before. */
const UNLIMITED: GuardLimits = { window: Number.MAX_SAFE_INTEGER, seen: new Set() };

function checked(made: Proposed | Declined): Proposed | Declined {
  requireTexts(made);
  return made;
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

const answerDigest = remember((answer) => digestOf(answer));

/**
 * The stream does not know the dose, so that the doses of one text nest: each goes on where the weaker one stopped.
 * Nor does it know the answer where the prompt is changed, so that all answers come under the same one.
 */
function apply(
  item: Item,
  base: Text,
  { augmentation, dose }: Selected,
  plan: ProposalPlan,
): Proposed | Declined {
  const { name, version } = augmentation;
  const answer = augmentation.changes === "prompt" ? "" : answerDigest(base.response);
  const random = stream(plan.seed, name, version, item.promptKey, answer);
  const borrower = { seed: plan.seed, augmentation: name, item: item.id, promptKey: item.promptKey };
  const corpus: Corpus = corpusFor(borrower, plan.donors);
  const intended = plan.oracle && intendedBy(name);
  if (intended !== undefined) return oraclePair(item, name, intended, plan.oracle!, corpus);
  if (augmentation.changes === "response") {
    // What a model says to itself before it answers is no part of the answer: most operators never see it.
    const opening = augmentation.touches?.includes("reasoning") ? 0 : endOfOpening(base.response);
    if (opening > 0 && opening === base.response.length) return skip("only-reasoning");
    const answered = opening === 0 ? base : { ...base, response: base.response.slice(opening) };
    const changed = augmentation.apply(answered, { random, dose, corpus });
    if (isSkip(changed)) return changed;
    const response = opening === 0 ? changed : base.response.slice(0, opening) + changed;
    return { base, variant: { messages: base.messages, response } };
  }
  if (augmentation.changes === "prompt") {
    const changed = augmentation.apply(base, { random, dose, corpus });
    return isSkip(changed) ? changed : { base, variant: changed };
  }
  const worse = item.responses[leading(item.responses, ["rejected"])];
  const rejected = worse === undefined ? undefined : { messages: item.prompt, response: worse.text };
  return augmentation.apply({ chosen: base, rejected }, { random, dose, corpus });
}

/** An operator that writes to its input is told so by the engine, and its pair is counted as an error. */
function frozen(messages: readonly Message[]): readonly Message[] {
  if (Object.isFrozen(messages)) return messages;
  const known = copies.get(messages);
  if (known !== undefined) return known;
  const copy = Object.freeze(messages.map((message) => Object.freeze({ ...message })));
  copies.set(messages, copy);
  return copy;
}

const copies = new WeakMap<readonly Message[], readonly Message[]>();

import { type Item, isSkip, type PairDraft } from "../contract.js";
import { messageOf } from "../errors.js";
import { digestOf } from "../keys.js";
import { driftOfPair } from "../pairs/build.js";
import { changedPart } from "../pairs/changed-part.js";
import { firstRefusal } from "../pairs/guards/index.js";
import { type ProposalPlan, type Proposed, propose, type Selected } from "../pairs/propose.js";
import { insertionOf } from "./insertion.js";
import { stopwatch } from "./stopwatch.js";
import { addDrift, count, ERRORS, keepSample, type OperatorTally } from "./tally.js";

export interface AuditPlan extends ProposalPlan {
  /** Longest text, in words. */
  readonly window: number;
  /** Pairs of an operator that are measured in a chunk of items; what is beyond them is only applied. */
  readonly measured: number;
}

/** A pair to be measured, with the texts of its item that it may not repeat. */
export interface Draft extends PairDraft {
  readonly seen: Set<string>;
}

/** Applies an operator to one response of an item and counts what came of it; the pair where it took the response. */
export function tryOperator(
  tally: OperatorTally,
  item: Item,
  response: number,
  selected: Selected,
  plan: AuditPlan,
  seen: Set<string>,
): Draft | undefined {
  tally.asked++;
  const began = stopwatch();
  let made: ReturnType<typeof propose>;
  try {
    made = propose(item, response, selected, plan);
  } catch (error) {
    tally.threw++;
    if (tally.errors.length < ERRORS) tally.errors.push({ item: item.id, detail: messageOf(error) });
    return undefined;
  } finally {
    tally.milliseconds += stopwatch() - began;
  }
  if (isSkip(made)) {
    count(tally.skipped, made.skip || "no-reason-given");
    return undefined;
  }
  tally.applied++;
  return { ...selected, ...made, item, response, seen };
}

/** Asks the guards and measures drift, up to the plan's number of pairs. */
export function measure(tally: OperatorTally, draft: Draft, plan: AuditPlan): void {
  if (tally.measured >= plan.measured) return;
  tally.measured++;
  const { augmentation, item, response, base, variant, seen } = draft;
  const refusal = firstRefusal(draft, { window: plan.window, seen });
  if (refusal !== undefined) {
    count(tally.refused, refusal.guard);
    return;
  }
  const [before, after] = [changedPart(base, augmentation), changedPart(variant, augmentation)];
  seen.add(after);
  addDrift(tally, driftOfPair(draft));
  tally.variants.add(digestOf(after));
  const insertion = insertionOf(before, after);
  if (insertion !== "") {
    tally.insertions++;
    tally.realisations.add(digestOf(insertion));
  }
  const shown =
    augmentation.changes === "pairing"
      ? { before: shownText(base), after: shownText(variant) }
      : { before, after };
  keepSample(tally, {
    rank: digestOf([plan.seed, tally.operator, item.id, response]),
    item: item.id,
    ...shown,
  });
}

/** Of a pairing the prompts belong to what is compared. */
function shownText({ messages, response }: Proposed["base"]): string {
  return [...messages.map(({ content }) => content), response].join("\n\n");
}
